// Filters and sorts the list of all references, and keeps the choice in the address.
export {};

const form = document.querySelector<HTMLFormElement>('#sb-bib-filter');
const list = document.getElementById('sb-bibliography');
const works = [...(list?.children ?? [])] as HTMLElement[];

function apply() {
  if (!form || !list) return;
  const choice = new FormData(form);
  const [topic, kind, sort] = ['topic', 'kind', 'sort'].map((name) => String(choice.get(name)));
  for (const work of works) {
    const { topics, kind: own } = work.dataset;
    const fits =
      (!topic || topics?.split(' ').includes(topic)) && (!kind || own?.split(' ').includes(kind));
    work.hidden = !fits;
  }
  // Undated works come last either way.
  const direction = sort === 'new' ? -1 : 1;
  const year = ({ dataset }: HTMLElement) =>
    Number(dataset['year'] ?? direction * 9999) * direction;
  const sorted = sort ? works.toSorted((a, b) => year(a) - year(b)) : works;
  // Works that stand in order already stay where they are: to move them lays out the whole list again.
  if (sorted.some((work, index) => work !== list.children[index])) list.append(...sorted);
  const shown = works.filter((work) => !work.hidden).length;
  const output = form.querySelector('output');
  if (output) output.value = `${String(shown)} of ${String(works.length)} works`;
}

function remember() {
  const chosen = [...new FormData(form as HTMLFormElement)].filter(([, value]) => value);
  const query = new URLSearchParams(chosen as [string, string][]).toString();
  history.replaceState(null, '', query ? `?${query}` : location.pathname);
}

/** A choice that hides the work that the address names gives way, and the work is gone to. */
function reveal() {
  const target = works.find(({ id }) => `#${id}` === location.hash);
  if (!target?.hidden) return;
  form?.reset();
  apply();
  target.scrollIntoView();
}

if (form) {
  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLSelectElement) field.value = value;
    if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.value = '';
  }
  form.addEventListener('change', () => {
    apply();
    remember();
  });
  addEventListener('hashchange', reveal);
  apply();
  reveal();
}
