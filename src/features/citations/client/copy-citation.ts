// Each way to cite a page gets a button that copies it, once the reader opens the list of them.
const box = document.querySelector<HTMLDetailsElement>('.sb-cite-page');

box?.addEventListener(
  'toggle',
  () => {
    import('./citation-card.ts').then(
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
