/**
 * Lets the form narrow the ledger by certainty, page and kind of work. The choice stands in the
 * address, so that it can be shared; a value that is not offered counts as "any".
 */
export function filterLedger(): void {
  const form = document.querySelector<HTMLFormElement>('[data-ledger-filter]');
  const count = form?.querySelector('[data-ledger-count]');
  if (!form || !count) return;
  const selects = [...form.querySelectorAll('select')];
  const entries = [...document.querySelectorAll<HTMLElement>('.sb-ledger-entry')];
  const groups = [...document.querySelectorAll<HTMLElement>('.sb-ledger-group')];

  const apply = () => {
    for (const entry of entries) entry.hidden = !selects.every((select) => matches(entry, select));
    for (const group of groups)
      group.hidden = !group.querySelector('.sb-ledger-entry:not([hidden])');
    const shown = entries.filter((entry) => !entry.hidden).length;
    count.textContent = `${String(shown)} of ${String(entries.length)} claims`;
  };

  const asked = new URLSearchParams(location.search);
  for (const select of selects) {
    const value = asked.get(select.name) ?? '';
    if ([...select.options].some((option) => option.value === value)) select.value = value;
  }
  apply();

  form.addEventListener('submit', (event) => {
    event.preventDefault();
  });
  form.addEventListener('reset', () => {
    // The fields are empty only once the event is over.
    setTimeout(() => {
      apply();
      remember(selects);
    });
  });
  form.addEventListener('change', () => {
    apply();
    remember(selects);
  });
}

function matches(entry: HTMLElement, { name, value }: HTMLSelectElement): boolean {
  return value === '' || (entry.dataset[name] ?? '').split('|').includes(value);
}

function remember(selects: HTMLSelectElement[]): void {
  const chosen = selects
    .filter(({ value }) => value !== '')
    .map(({ name, value }) => [name, value]);
  const query = new URLSearchParams(chosen).toString();
  history.replaceState(history.state, '', query ? `?${query}` : location.pathname);
}
