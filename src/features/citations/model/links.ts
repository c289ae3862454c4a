import { stripTags } from './text.ts';

/** What a written DOI says. */
export interface ReadDoi {
  doi?: string;
  /** A short DOI has no other form than its address. */
  url?: string;
  /** What could not be kept: a second DOI, or text that is none. */
  unread?: string;
}

const pattern = /^10\.\d{4,9}\/\S+$/;

/**
 * A DOI out of what stands in its field: with "doi:" or a resolver's address before it, in a
 * publisher's address, twice, or with a stop behind it.
 */
export function parseDoi(written: string): ReadDoi {
  const text = stripTags(written)
    .trim()
    .replace(/^<(.*)>$/, '$1')
    .replace(/^doi:?\s+/i, '');
  const all = text
    .split(/[\s;]+(?=10\.|https?:|doi)|,\s*(?=10\.\d{4,9}\/|https?:|doi)/i)
    .map(bareDoi);
  const [first = '', ...rest] = all;
  if (!pattern.test(first)) {
    const short = /^(?:https?:\/\/(?:dx\.)?doi\.org\/)?(?:doi:\s*)?(10\/[a-z0-9]+)$/i.exec(text);
    return short ? { url: `https://doi.org/${String(short[1])}` } : { unread: written };
  }
  const others = rest.filter((one) => one.toLowerCase() !== first.toLowerCase());
  return { doi: first, ...(others.length > 0 && { unread: others.join(', ') }) };
}

/** A DOI without label, resolver or full stop. */
export function bareDoi(written: string): string {
  const text = written.trim().replace(/^doi:?\s*(?=10\.|https?:)/i, '');
  const [, address] =
    /^(?:https?:\/\/)?[a-z0-9.-]+\.[a-z]+(?::\d+)?\/.*?(10\.\d{4,9}(?:\/|%2F).+)$/i.exec(text) ??
    [];
  const doi = address === undefined ? text : decode(address.replace(/[?#].*$/, keepSici));
  return doi.replace(/[.,;]+$/, '');
}

/** Old DOIs have "#" and "?" of their own at their very end, after "CO;2". */
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

/** A DOI in lower case, for comparison: DOIs do not tell case. */
export function plainDoi(doi: unknown): string | undefined {
  if (typeof doi !== 'string' || doi === '') return undefined;
  return bareDoi(doi).toLowerCase();
}

/** The DOI that an address resolves, as "https://doi.org/10.1000/x" does. */
export function doiOfUrl(url: string): string | undefined {
  if (!/^https?:\/\/(dx\.)?doi\.org\//i.test(url)) return undefined;
  return parseDoi(url).doi;
}

/** A web address out of what stands in its field; `unread` is what could not be kept. */
export function parseUrl(written: string): { url?: string; unread?: string } {
  const text = written
    .trim()
    .replace(/^<?(?:URL:)?\s*(.*?)>?$/i, '$1')
    .replace(/^www\./i, 'https://www.');
  const [first = '', ...rest] = text.split(/[\s;]+(?=https?:|www\.)|\n/);
  const url = first.replaceAll(' ', '%20').replace(/[.,;]+$/, '');
  if (!/^https?:\/\/[^/\s]+/i.test(url) || !URL.canParse(url)) return { unread: written };
  return { url, ...(rest.length > 0 && { unread: rest.join(' ') }) };
}

/** A DOI as the path of an address: characters that an address cannot hold are percent-encoded. */
export function encodeDoi(doi: string): string {
  return doi.replace(/[^A-Za-z0-9\-._~:/@!$&'()*+,;=]/gu, encodeURIComponent);
}

// cspell:ignore fbclid gclid msclkid igshid
const tracking = /^(utm_\w+|fbclid|gclid|msclkid|mc_[ce]id|igshid)$/;

/** What in an address tells its site who sent a reader, and the address without it. */
export function findTracker(url: string): { message: string; hint: string } | undefined {
  if (!URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  const found = [...parsed.searchParams.keys()].filter((key) => tracking.test(key));
  if (found.length === 0) return undefined;
  for (const key of found) parsed.searchParams.delete(key);
  return {
    message: `The address holds "${String(found[0])}", by which its site tracks readers.`,
    hint: `Write ${parsed.href}`,
  };
}

/** The address of a DOI. */
export function doiUrl(doi: string): string {
  return `https://doi.org/${encodeDoi(doi)}`;
}

/** A URL in which nothing can end an HTML attribute; percent-encoding that is there stays. */
export function encodeUrl(url: string): string {
  return url.replace(/[\s"<>\\^`{|}]/g, encodeURIComponent);
}
