/** A list that a form narrows. */
export interface FilteredList {
  form: HTMLFormElement;
  items: HTMLElement[];
  /** The values of an item that a field chooses by; undefined where the field chooses no items. */
  valuesOf: (item: HTMLElement, field: string) => string[] | undefined;
  /** Follows each choice, once items are hidden or shown; takes the number shown. */
  update: (shown: number) => void;
}

/**
 * Lets the selects of a form narrow a list. The choice is kept in the address, so that it can be shared;
 * a value that is not offered counts as "any". Returns what applies the choice again.
 */
export function filterList({ form, items, valuesOf, update }: FilteredList): () => void {
  const selects = [...form.querySelectorAll('select')];
  const apply = () => {
    for (const item of items) {
      item.hidden = !selects.every(
        ({ name, value }) => value === '' || (valuesOf(item, name)?.includes(value) ?? true),
      );
    }
    update(items.filter(({ hidden }) => !hidden).length);
  };
  const asked = new URLSearchParams(location.search);
  for (const select of selects) {
    const value = asked.get(select.name) ?? '';
    if ([...select.options].some((option) => option.value === value)) select.value = value;
  }
  apply();
  form.addEventListener('change', () => {
    apply();
    rememberChoice(selects);
  });
  // The ledger's form has a button that clears it; its fields are empty only once the event is over.
  form.querySelector('[type=reset]')?.addEventListener('click', () => {
    setTimeout(() => {
      apply();
      rememberChoice(selects);
    });
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
  });
  return apply;
}

function rememberChoice(selects: HTMLSelectElement[]): void {
  const chosen = selects
    .filter(({ value }) => value !== '')
    .map(({ name, value }) => [name, value]);
  const query = new URLSearchParams(chosen).toString();
  history.replaceState(history.state, '', query ? `?${query}` : location.pathname);
}
