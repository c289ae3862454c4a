/** A list and the form that filters it. */
export interface FilteredList {
  form: HTMLFormElement;
  items: HTMLElement[];
  /** Values of an item for a field of the form; undefined if the field does not filter. */
  valuesOf: (item: HTMLElement, field: string) => string[] | undefined;
  /** Called after each change of the filter with the number of items shown. */
  update: (shown: number) => void;
}

/**
 * Filters a list by the selects of a form. The choice is stored in the URL's query, so that it can be
 * shared; an unknown value counts as "any". Returns a function that applies the filter again.
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
  const params = new URLSearchParams(location.search);
  for (const select of selects) {
    const value = params.get(select.name) ?? '';
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
  // EvidenceLedger's form has a reset button; fields are cleared only after its click event.
  form.querySelector('[type=reset]')?.addEventListener('click', () => setTimeout(choose));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
  });
  return apply;
}
