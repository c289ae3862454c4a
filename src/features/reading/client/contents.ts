/** Puts the sheet of contents away once a section of the page was chosen from it. */
export function closeContents(): void {
  const sheet = document.getElementById('sb-contents');
  sheet?.addEventListener('click', (event) => {
    const isLink = (event.target as Element).closest('a');
    // Safari before 17 has no popovers, and does not know the selector either.
    if (isLink && 'popover' in sheet && sheet.matches(':popover-open')) sheet.hidePopover();
  });
}
