import { escapeTex } from './bibtex-text.ts';

type Names = Record<string, unknown>[] | undefined;

/** Names as BibTeX parts them: "van IJzendoorn, Marinus H. and {{World Health Organization}}". */
export function writeNames(names: Names): string | undefined {
  return names?.map(writeName).join(' and ');
}

function writeName(name: Record<string, unknown>): string {
  if (typeof name['literal'] === 'string') return `{${escapeTex(name['literal'])}}`;
  const part = (key: string) => (typeof name[key] === 'string' ? escapeTex(name[key]) : '');
  const particle = part('non-dropping-particle') || part('dropping-particle');
  // BibTeX takes lower-case words for particles; braces keep "Gojman-de-Millán" whole.
  const bare = part('family');
  const own = /(^|[\s-])\p{Ll}/u.test(bare) ? `{${bare}}` : bare;
  const family = [particle, own].filter(Boolean).join(' ');
  return [family, part('suffix'), part('given')].filter(Boolean).join(', ');
}

/** BibLaTeX's option for names whose particle stays with the family name, such as "van IJzendoorn". */
export function writeOptions(names: Names): string | undefined {
  const kept = names?.some((name) => 'non-dropping-particle' in name);
  return kept ? 'useprefix=true' : undefined;
}

/**
 * A date as BibTeX's `year`, and BibLaTeX's `date` (1975-04), which alone can tell a day. Nothing
 * for a missing one.
 */
export function writeDate(date: unknown): [string, string][] {
  const parts = (date as { 'date-parts'?: number[][] } | undefined)?.['date-parts']?.[0];
  const [year, ...rest] = parts ?? [];
  if (year === undefined) return [];
  const iso = [String(year), ...rest.map((part) => String(part).padStart(2, '0'))].join('-');
  return [
    ['year', String(year)],
    ['date', iso],
  ];
}
