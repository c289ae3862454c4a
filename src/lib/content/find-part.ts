/** The shape of a sidebar entry that finding a page's part needs; Starlight's entries have it. */
type Entry =
  | { type: 'link'; label: string; isCurrent: boolean }
  | { type: 'group'; label: string; entries: Entry[] };

/** The name of the part of the contents that holds the current page; undefined outside all parts. */
export function findPart(sidebar: Entry[]): string | undefined {
  return sidebar.find((entry) => entry.type === 'group' && holdsCurrent(entry))?.label;
}

function holdsCurrent(entry: Entry): boolean {
  return entry.type === 'link' ? entry.isCurrent : entry.entries.some(holdsCurrent);
}
