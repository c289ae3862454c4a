import type { Reference } from '../../../../content-model/schemas/reference.ts';
import { others, type Name } from '../csl.ts';
import { encodeDoi, encodeUrl } from '../links.ts';

/** Stands for "and others" in a list of names until the text is written. */
const othersMark = '\uE000';

/**
 * A work as the processor is to print it: what APA 7 wants and the style cannot do is put into the
 * fields that it prints. Our records stay as they are.
 */
export function toPrintable(work: Reference): Reference {
  const printed: Record<string, unknown> = { ...withoutRepetition(work) };
  for (const role of ['author', 'editor', 'translator']) {
    const names = printed[role] as Name[] | undefined;
    if (names?.some(({ literal }) => literal === others))
      printed[role] = names.map((name) =>
        name.literal === others ? { family: othersMark } : name,
      );
  }
  // citeproc puts addresses into HTML as they are.
  if (work.DOI !== undefined) printed['DOI'] = encodeDoi(work.DOI);
  if (work.URL !== undefined) printed['URL'] = encodeUrl(work.URL);
  // A hyphen in a number is part of it; in citeproc's eyes it makes a range of numbers.
  if (typeof work['number'] === 'string') printed['number'] = work['number'].replaceAll('-', '\\-');
  if (work.type === 'thesis') Object.assign(printed, asThesis(work));
  if (work.type === 'software') Object.assign(printed, asSoftware(work));
  if (work.type === 'motion_picture' && work['genre'] === undefined)
    printed['genre'] = work['director'] === undefined ? 'Video' : 'Film';
  return { ...printed, ...translatedTitle(work) } as Reference;
}

/** The work without a publisher or site that is its author as well, as APA 7 §9.29 and §9.32 ask. */
function withoutRepetition(work: Reference): Reference {
  const [only, ...more] = (work.author ?? []) as Name[];
  if (!only || more.length > 0 || only.literal === undefined) return work;
  const fields = ['publisher', 'container-title'].filter((field) => work[field] === only.literal);
  return { ...work, ...Object.fromEntries(fields.map((field) => [field, undefined])) };
}

/** §10.6: a thesis that no archive and no site holds is an unpublished one. */
function asThesis(work: Reference): object {
  const { genre } = work as { genre?: string };
  const held = work.DOI ?? work.URL ?? work['archive'] ?? work['number'];
  if (held !== undefined || genre === undefined || /unpublished/i.test(genre)) return {};
  return { genre: `Unpublished ${genre.charAt(0).toLowerCase()}${genre.slice(1)}` };
}

/** §10.10: "(Version 2.1) [Computer software]". The style knows software as a book with a version. */
function asSoftware(work: Reference): object {
  const version = work['version'];
  const written = version === undefined ? undefined : String(version as string | number);
  return {
    type: 'book',
    genre: work['genre'] ?? 'Computer software',
    ...(written && {
      version: /^v?\d/i.test(written) ? `Version ${written.replace(/^v/i, '')}` : written,
    }),
  };
}

/** §9.38: the translation of a title stands in brackets behind it, and not in italics. */
function translatedTitle(work: Reference): object {
  const [, title, translation] = /^(.+) \[([^\]]+)\]$/.exec(work.title) ?? [];
  const bare = ['genre', 'number', 'container-title', 'version'].every(
    (field) => work[field] === undefined,
  );
  return title && translation && work.type === 'book' && bare ? { title, genre: translation } : {};
}

/**
 * citeproc's HTML as pages show it: "et al." where a list of names ends in "and others", and italics
 * inside italics as nested elements, since the content policy lets no element have a style of its own.
 */
export function finishHtml(html: string): string {
  return html
    .replace(/<span style="font-style:normal;">(.*?)<\/span>/g, '<i>$1</i>')
    .replace(new RegExp(`(,?) (?:&#38;|and|…) ${othersMark}\\.?`, 'g'), '$1 et al.')
    .replace(new RegExp(`,? ?${othersMark}\\.?`, 'g'), ' et al.');
}
