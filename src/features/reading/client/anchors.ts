const shownFor = 2000;

/** A tap on a heading's link also copies its address; where that is refused it is a link like any. */
export function copyAnchors(): void {
  document.addEventListener('click', (event) => {
    const anchor = (event.target as Element).closest<HTMLAnchorElement>('.sb-anchor');
    if (!anchor) return;
    void copy(anchor.href).then(
      () => {
        say(anchor);
      },
      () => undefined,
    );
  });
}

/** `navigator.clipboard` is missing on pages that are not served securely. */
async function copy(text: string): Promise<void> {
  await (navigator as Partial<Navigator>).clipboard?.writeText(text);
}

function say(anchor: HTMLAnchorElement): void {
  const { ariaLabel, textContent } = anchor;
  anchor.ariaLabel = 'Link copied';
  anchor.textContent = 'link copied';
  setTimeout(() => {
    anchor.ariaLabel = ariaLabel;
    anchor.textContent = textContent;
  }, shownFor);
}
