import { addCopyButton } from './copy-button.ts';

// Opens the card of a citation, filled from the page's list of references.
const card = document.getElementById('sb-cited');
const list = card?.firstElementChild;
let opener: HTMLElement | undefined;

document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLElement>('.sb-cite');
  const ids = link?.dataset['cite']?.split(' ') ?? [];
  const works = ids.flatMap((id) => document.getElementById(`ref-${id}`) ?? []);
  const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (!link || !card?.showPopover || !list || !works.length || elsewhere) return;
  event.preventDefault();
  opener?.classList.remove('sb-cite-open');
  opener = link;
  link.classList.add('sb-cite-open');
  list.replaceChildren(
    ...works.map((work) => {
      const item = document.createElement('div');
      item.innerHTML = work.innerHTML;
      addCopyButton(item.firstElementChild, item.lastElementChild, 'Copy reference');
      return item;
    }),
  );
  card.showPopover();
  card.scrollTop = 0;
  card.focus();
});

card?.addEventListener('toggle', () => {
  if (card.matches(':popover-open')) return;
  opener?.classList.remove('sb-cite-open');
  const { activeElement } = document;
  if (activeElement === document.body || card.contains(activeElement)) {
    opener?.focus({ preventScroll: true });
  }
});
