let card: HTMLElement | undefined;
let open: HTMLElement | undefined;

/** A tap or key on a word of the glossary opens its definition beside it. */
export function explainTerms(): void {
  document.addEventListener('click', (event) => {
    const word = (event.target as Element).closest<HTMLAnchorElement>('.sb-term');
    const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (!word || elsewhere || !('popover' in word)) return;
    event.preventDefault();
    explain(word);
  });
}

function explain(word: HTMLAnchorElement): void {
  card ??= makeCard();
  const { name = '', term = '' } = word.dataset;
  card.ariaLabel = name;
  card.replaceChildren(
    element('p', 'sb-label', name),
    element('p', '', term),
    Object.assign(element('a', '', 'More in the glossary'), { href: word.href }),
  );
  open?.classList.remove('sb-term-open');
  open = word;
  word.classList.add('sb-term-open');
  card.showPopover();
  card.focus();
}

function makeCard(): HTMLElement {
  const made = element('div', 'sb-definition', '');
  made.popover = 'auto';
  made.role = 'dialog';
  made.tabIndex = -1;
  document.querySelector('main')?.append(made);
  return made;
}

function element(tag: string, className: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}
