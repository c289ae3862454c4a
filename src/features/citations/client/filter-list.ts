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
  const choose = () => {
    apply();
    const chosen = selects.filter(({ value }) => value !== '');
    const query = new URLSearchParams(chosen.map(({ name, value }) => [name, value])).toString();
    history.replaceState(history.state, '', query ? `?${query}` : location.pathname);
  };
  form.addEventListener('change', choose);
  // The ledger's form has a button that clears it; its fields are empty only once the event is over.
  form.querySelector('[type=reset]')?.addEventListener('click', () => setTimeout(choose));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
  });
  return apply;
}
