/** Moves the focus, and with it the view, to the first thing in an element that can take it. */
export function focusOn(id: string): void {
  // After the render that the same click asked for.
  requestAnimationFrame(() => {
    const place = document.getElementById(id);
    const target = place?.querySelector<HTMLElement>('[tabindex="-1"]') ?? place;
    target?.focus();
  });
}
