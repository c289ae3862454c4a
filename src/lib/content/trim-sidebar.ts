/** The shape of a sidebar entry that trimming needs; Starlight's entries have it. */
type Entry = Link | Group<Entry>;

interface Link {
  type: 'link';
  label: string;
  href: string;
  isCurrent: boolean;
}

interface Group<T> {
  type: 'group';
  label: string;
  entries: T[];
}

/**
 * The sidebar as one page shows it: the entries of its own part, and every other part as one link to
 * its first page; the same for parts within parts. On a page outside all parts every part is a link.
 */
export function trimSidebar<T extends { type: string; label: string }>(sidebar: T[]): T[] {
  return (sidebar as unknown as Entry[]).map(trim) as unknown as T[];
}

function trim(entry: Entry): Entry {
  if (entry.type === 'link') return entry;
  if (isCurrent(entry)) return { ...entry, entries: entry.entries.map(trim) };
  const first = firstLink(entry);
  return first ? { ...first, label: entry.label } : entry;
}

function isCurrent(entry: Entry): boolean {
  return entry.type === 'link' ? entry.isCurrent : entry.entries.some(isCurrent);
}

function firstLink(entry: Entry): Link | undefined {
  if (entry.type === 'link') return entry;
  for (const child of entry.entries) {
    const link = firstLink(child);
    if (link) return link;
  }
  return undefined;
}
