/** Viewport widths of a phone, a tablet and a desktop, in CSS pixels. */
export const widths = [360, 768, 1440] as const;

/** The colour themes. */
export const themes = ['light', 'dark'] as const;
