import type { Name } from './csl.ts';

/** A name after which nobody else is named: "and others", "et al.". */
export const andOthers = /^(and )?(others|et\.? ?al\.?)$/i;

/** Words that only organisations have in their name. */
const organisation =
  /\b(organi[sz]ation|association|institut[eo]?|university|society|committee|council|foundation|department|ministry|office|cent(re|er)|network|agency|consortium|group|unit|trust|task force|collaboration|bureau)\b/i;

const suffix = /^(jr|sr)\.?$|^(ii|iii|iv)$/i;

/**
 * One name as RIS and plain text have it: "Family, Given, Suffix", or an organisation. What no comma
 * divides is an organisation, except for "Ames BC" and "Ames B.", as PubMed writes people.
 */
export function parseName(written: string): Name {
  const text = written.replace(/\s+/g, ' ').trim();
  const [family = '', given = '', last = '', ...more] = text.split(/\s*,\s*/);
  if (!text.includes(',')) {
    const [, name, initials] = /^(\p{L}[\p{L}’' -]*?) ((?:\p{Lu}\.?[ -]?){1,3})$/u.exec(text) ?? [];
    if (name && initials && !organisation.test(text) && name !== name.toUpperCase())
      return tidyName({ family: name, given: initials });
    return { literal: text };
  }
  if (more.length > 0 || isOrganisation(family) || isOrganisation(given)) return { literal: text };
  return tidyName({ family, given, suffix: last });
}

/** A person's name with particles, initials and suffix in their places; empty parts go. */
export function tidyName(name: Name): Name {
  let { family = '', given = '', suffix: end = '' } = name;
  if (suffix.test(given) && end) [given, end] = [end, given];
  const tail = /^(.*[^\s,]),? ((?:jr|sr)\.?|ii|iii|iv)$/i.exec(family);
  if (tail && !end) [family, end] = [tail[1] ?? '', tail[2] ?? ''];
  let particle = name['non-dropping-particle'] ?? '';
  if (!particle && !name['dropping-particle']) {
    const [, low, bare] = /^((?:\p{Ll}[\p{Ll}’']*\s+)+)(\P{Ll}.*)$/u.exec(family) ?? [];
    if (low && bare) [particle, family] = [low.trim(), bare];
  }
  const parts: [keyof Name, string | undefined][] = [
    ['family', family],
    ['given', spaceInitials(given)],
    ['non-dropping-particle', particle],
    ['dropping-particle', name['dropping-particle']],
    ['suffix', end],
  ];
  return Object.fromEntries(parts.filter(([, part]) => part));
}

/** "BC" as "B. C.": up to three capitals without a point are initials, as Zotero has it. */
function spaceInitials(given: string): string {
  return /^\p{Lu}{2,3}$/u.test(given) ? [...given].map((one) => `${one}.`).join(' ') : given;
}

/** Whether a name looks like that of an organisation: of three words or more, one of which tells. */
export function isOrganisation(text: string): boolean {
  return organisation.test(text) && /\S+\s\S+\s\S/.test(text) && !/\b\p{Lu}\./u.test(text);
}

/** The family name with its particles: "van IJzendoorn". */
export function wholeFamily(name: Name): string {
  const particle = name['non-dropping-particle'] ?? name['dropping-particle'];
  return [particle, name.family].filter(Boolean).join(' ');
}

/** A name as "van IJzendoorn, Marinus H., Jr.", or an organisation's. */
export function formatName(name: Name): string {
  return name.literal ?? [wholeFamily(name), name.given, name.suffix].filter(Boolean).join(', ');
}

/** A name as it is spoken: "Marinus H. van IJzendoorn". */
export function formatSpokenName(name: Name): string {
  return name.literal ?? [name.given, wholeFamily(name), name.suffix].filter(Boolean).join(' ');
}

/** The people who stand where a reference begins: authors, or else editors. */
export function leadingNames(work: {
  author?: Name[] | undefined;
  editor?: Name[] | undefined;
}): Name[] {
  return work.author ?? work.editor ?? [];
}
