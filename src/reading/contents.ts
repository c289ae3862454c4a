/** Puts the sheet of contents away once a section of the page was chosen from it. */
export function closeContents(): void {
  const sheet = document.getElementById('sb-contents');
  sheet?.addEventListener('click', (event) => {
    if ((event.target as Element).closest('a') && sheet.matches(':popover-open'))
      sheet.hidePopover();
  });
}
