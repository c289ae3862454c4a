/** A click on a word of the glossary or a citation opens its card; the script of cards comes with the first. */
document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('.sb-term, .sb-cite');
  const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (!link || elsewhere || !('popover' in link)) return;
  event.preventDefault();
  const card = link.matches('.sb-term')
    ? import('../../features/reading/client/term-card.ts')
    : import('../../features/citations/client/citation-card.ts');
  const follow = () => {
    location.href = link.href;
  };
  card.then(({ openCard }) => {
    if (!openCard(link)) follow();
  }, follow);
});

// Each way to cite a page gets a button that copies it, once the reader opens the list of them.
const box = document.querySelector<HTMLDetailsElement>('.sb-cite-page');

box?.addEventListener(
  'toggle',
  () => {
    import('../../features/citations/client/citation-card.ts').then(
      ({ addCopyButton }) => {
        for (const source of box.querySelectorAll<HTMLElement>('[data-copy]')) {
          addCopyButton(source, source.nextElementSibling, source.dataset['copy'] ?? '');
        }
      },
      () => undefined,
    );
  },
  { once: true },
);
