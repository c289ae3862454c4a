import { parseFragment, type DefaultTreeAdapterTypes as Html } from 'parse5';
import { others, type Name } from './csl.ts';

/** Text or a number as text; undefined for anything else. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** Text without markup. */
export function stripTags(text: string): string {
  return text.replace(/<\/?[a-z][^<>]*>/gi, '');
}

/** Markup that CSL-JSON allows in a title; other tags are removed. */
const allowed =
  /^<(\/?(i|b|sup|sub|sc)|span class="nocase"|\/span|span style="font-variant:small-caps;?")>$/i;

/**
 * Normalises text from an imported file: decodes entities, composes characters (NFC), removes tags
 * other than CSL's, collapses spaces.
 */
export function cleanText(text: string): string {
  return decodeEntities(decodeEntities(text))
    .replace(/<(\/?)em>/gi, '<$1i>')
    .replace(/<\/?[a-z][^<>]*>/gi, (tag) => (allowed.test(tag) ? tag.toLowerCase() : ''))
    .replace(/(?<=\s)--+(?=\s)|\\text(?:en)dash/g, '–')
    .replace(/\\text(?:em)dash/g, '—')
    .replace(/\u0131(?=\p{M})/gu, 'i')
    .replace(/[\u00AD\u200B\u2060\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC');
}

function decodeEntities(text: string): string {
  return text.replace(/&(#?\w+);/g, (entity) => {
    const [node] = parseFragment(entity).childNodes;
    return node && 'value' in node ? (node as Html.TextNode).value : entity;
  });
}

/** Folds text for comparison: lower case, single spaces, no accents, markup or punctuation. */
export function foldText(text: string): string {
  return stripTags(text)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[’']/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const doiPattern = /^10\.\d{4,9}\/\S+$/;

/**
 * Parses the value of a DOI field, which may have a "doi:" prefix, the URL of a resolver or publisher,
 * the same DOI twice, or a full stop at the end. A short DOI (10/abc) is returned as its URL.
 * `unread` is the rest: a second DOI, or text that is not a DOI.
 */
export function parseDoi(written: string): { doi?: string; url?: string; unread?: string } {
  const text = stripTags(written)
    .trim()
    .replace(/^<(.*)>$/, '$1')
    .replace(/^doi:?\s+/i, '');
  const [first = '', ...rest] = text
    .split(/[\s;]+(?=10\.|https?:|doi)|,\s*(?=10\.\d{4,9}\/|https?:|doi)/i)
    .map(bareDoi);
  if (!doiPattern.test(first)) {
    const [, short] =
      /^(?:https?:\/\/(?:dx\.)?doi\.org\/)?(?:doi:\s*)?(10\/[a-z0-9]+)$/i.exec(text) ?? [];
    return short ? { url: `https://doi.org/${short}` } : { unread: written };
  }
  const others = rest.filter((one) => one.toLowerCase() !== first.toLowerCase());
  return { doi: first, ...(others.length > 0 && { unread: others.join(', ') }) };
}

/** A DOI without prefix, URL and final punctuation. */
function bareDoi(written: string): string {
  const text = written.trim().replace(/^doi:?\s*(?=10\.|https?:)/i, '');
  const [, address] =
    /^(?:https?:\/\/)?[a-z0-9.-]+\.[a-z]+(?::\d+)?\/.*?(10\.\d{4,9}(?:\/|%2F).+)$/i.exec(text) ??
    [];
  const doi = address === undefined ? text : decode(address.replace(/[?#].*$/, keepSici));
  return doi.replace(/[.,;]+$/, '');
}

/** Keeps "#" or "?" at the end of an old DOI, after "CO;2-"; elsewhere they begin a query or fragment. */
function keepSici(tail: string, at: number, whole: string): string {
  return /CO;2-$/.test(whole.slice(0, at)) ? tail : '';
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A DOI in lower case, for comparison: DOIs are case-insensitive. */
export function plainDoi(doi: string | undefined): string | undefined {
  return doi ? bareDoi(doi).toLowerCase() : undefined;
}

/** The DOI in a resolver's URL, such as "https://doi.org/10.1000/x"; undefined for other URLs. */
export function doiOfUrl(url: string): string | undefined {
  if (!/^https?:\/\/(dx\.)?doi\.org\//i.test(url)) return undefined;
  return parseDoi(url).doi;
}

/** Parses a URL, written as people write it; undefined if it is no address of the web. */
export function parseUrl(written: string): string | undefined {
  const text = written
    .replace(/^<?(?:URL:)?\s*(.*?)>?$/i, '$1')
    .replace(/^www\./i, 'https://www.')
    .replaceAll(' ', '%20')
    .replace(/[.,;]+$/, '');
  return /^https?:\/\/[^/\s]+/i.test(text) && URL.canParse(text) ? text : undefined;
}

/** A DOI as a URL's path: characters that a path cannot contain are percent-encoded. */
export function encodeDoi(doi: string): string {
  return doi.replace(/[^A-Za-z0-9\-._~:/@!$&'()*+,;=]/gu, encodeURIComponent);
}

// cspell:ignore fbclid gclid msclkid igshid
const tracking = /^(utm_\w+|fbclid|gclid|msclkid|mc_[ce]id|igshid)$/;

/** Reports a tracking parameter in a URL, and suggests the URL without it. */
export function findTracker(url: string): { message: string; hint: string } | undefined {
  if (!URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  const found = [...parsed.searchParams.keys()].filter((key) => tracking.test(key));
  if (found.length === 0) return undefined;
  for (const key of found) parsed.searchParams.delete(key);
  return {
    message: `The address contains "${String(found[0])}", by which its site tracks readers.`,
    hint: `Write ${parsed.href}`,
  };
}

/** URL of a DOI at its resolver. */
export function doiUrl(doi: string): string {
  return `https://doi.org/${encodeDoi(doi)}`;
}

/** Percent-encodes the characters of a URL that could end an HTML attribute; keeps existing encoding. */
export function encodeUrl(url: string): string {
  return url.replace(/[\s"<>\\^`{|}]/g, encodeURIComponent);
}

/** Matches "and others" or "et al." at the end of a list of names. */
export const andOthers = /^(and )?(others|et\.? ?al\.?)$/i;

// cspell:ignore verband verein gesellschaft ministerium universität université universidade
// cspell:ignore asociación associação sociedad sociedade société fundación fundação ministère
// cspell:ignore ministerio ministério
/** Words typical of organisations' names. */
const organisation =
  /(?<!\p{L})(organi[sz]ation|association|institut[eo]?|university|society|committee|council|foundation|department|ministry|office|cent(re|er)|network|agency|consortium|group|unit|trust|museum|library|college|hospital|commission|federation|task force|collaboration|bureau|verband|verein|gesellschaft|ministerium|universität|université|universidade?|asociación|associação|sociedade?|société|fundación|fundação|ministère|ministerio|ministério)(?!\p{L})/iu;

/** Matches the suffix of a name. */
export const suffix = /^(jr|sr)\.?$|^(ii|iii|iv)$/i;

/**
 * Parses a name of RIS or plain text: "Family, Given, Suffix", or an organisation. A name without a comma
 * is an organisation, except "Ames BC" and "Ames B.", as PubMed writes people.
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

/** Moves particles, initials and suffix of a person's name to their parts, and drops empty parts. */
export function tidyName(name: Name): Name {
  const bare = (part = '') => part.replace(/[\s,;]+$/, '');
  let [family, given, end] = [bare(name.family), bare(name.given), bare(name.suffix)];
  let particle = name['non-dropping-particle'] ?? '';
  const { 'dropping-particle': dropping = '' } = name;
  if (suffix.test(given)) {
    // "Edward Barton, Jr." is a name in spoken order with a suffix.
    const [, first = '', last = family] = /^(.*\S)\s+((?:\p{Ll}\S*\s+)*\S+)$/u.exec(family) ?? [];
    const isTurned = /^(\p{Lu}\.-?)+$/u.test(last);
    if (end) [given, end] = [end, given];
    else [family, given, end] = isTurned ? [first, last, given] : [last, first, given];
  }
  // "van, Buren, John": a comma too many after the particle.
  if (end && !suffix.test(end) && /^[\p{Ll}\s]+$/u.test(family))
    [particle, family, end] = [family, end, ''];
  const [, before, tail] = /^(.*[^\s,]),? ((?:jr|sr)\.?|ii|iii|iv)$/i.exec(family) ?? [];
  if (before && tail && !end) [family, end] = [before, tail];
  const [, names, more] = /^(.+), ((?:jr|sr)\.?|ii|iii|iv)$/i.exec(given) ?? [];
  if (names && more && !end) [given, end] = [names, more];
  const [, low, rest] = /^((?:\p{Ll}[\p{Ll}’']*\s+)+)(\P{Ll}.*)$/u.exec(family) ?? [];
  if (low && rest && !particle && !dropping) [particle, family] = [low.trim(), rest];
  // "BC" as "B. C.": two or three capitals without points are initials, as in Zotero.
  if (/^\p{Lu}{2,3}$/u.test(given)) given = [...given].map((one) => `${one}.`).join(' ');
  const parts: Name = {
    ...{ family, given, 'non-dropping-particle': particle },
    ...{ 'dropping-particle': dropping, suffix: end },
  };
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part));
}

/** Whether a name looks like that of an organisation: three words or more, one of them typical of organisations. */
export function isOrganisation(text: string): boolean {
  return organisation.test(text) && /\S+\s\S+\s\S/.test(text) && !/\b\p{Lu}\./u.test(text);
}

/** The family name with its particles: "van IJzendoorn". */
export function wholeFamily(name: Name): string {
  const particle = name['non-dropping-particle'] ?? name['dropping-particle'];
  return [particle, name.family].filter(Boolean).join(' ');
}

/** A name as "van IJzendoorn, Marinus H., Jr.", or that of an organisation. */
export function formatName(name: Name): string {
  return name.literal ?? [wholeFamily(name), name.given, name.suffix].filter(Boolean).join(', ');
}

/** A name in spoken order: "Marinus H. van IJzendoorn". */
export function formatSpokenName(name: Name): string {
  return name.literal ?? [name.given, wholeFamily(name), name.suffix].filter(Boolean).join(' ');
}

/** The names that begin a reference: authors, or else editors. */
export function leadingNames(work: object): Name[] {
  const { author, editor } = work as { author?: Name[]; editor?: Name[] };
  return author ?? editor ?? [];
}

/** Authors, or else editors, without "and others". */
export function namedPeople(work: object): Name[] {
  return leadingNames(work).filter(({ literal }) => literal !== others);
}
