/** Widths of a telephone, a tablet and a desk, in CSS pixels. */
export const widths = [360, 768, 1440] as const;

/** Both themes. */
export const themes = ['light', 'dark'] as const;
