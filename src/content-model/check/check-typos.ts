import { site as facts } from '../../site/site.ts';
import { lineAt, locate, mistake } from '../model/problem.ts';
import type { Mistake, Problem, Source } from '../model/problem.ts';
import { parsePage } from '../model/read-page.ts';
import { findBrokenAddress } from './check-links.ts';
import { collectFields, textsOf, readMarkup, type Markup } from './read-markup.ts';
import type { Site } from './read-site.ts';

/** Mistakes that parse: unfinished text, repeated words, invisible characters, and Markdown printed as is. */
export function checkTypos(site: Site, sources: Source[]): Problem[] {
  return [
    ...sources.flatMap(findInvisible),
    ...site.pages.flatMap(({ file, markup }) => findInTexts(file, markup?.texts ?? [])),
    ...textsOf(site, sources).flatMap(({ path, text }) => {
      const markup = readMarkup(parsePage(text, 'md'), text);
      return [...findInTexts(path, markup.texts), ...checkPlainMarkdown(path, markup, site)];
    }),
    ...collectFields(site).flatMap((field) => {
      const { text } = field;
      return locate(field, findUnfinished(text) ?? findMarkdown(text) ?? findRepeatedWord(text));
    }),
  ];
}

/** Invisible characters, except zero-width joiners within emoji. */
const invisible = /[\u00AD\u200B\u2060]|(?<=.)\uFEFF|(?<!\p{Extended_Pictographic}\uFE0F?)\u200D/u;

/** The first invisible character of each file: one paste often adds many. */
function findInvisible({ path, text }: Source): Problem[] {
  const found = invisible.exec(text);
  if (!found) return [];
  const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const before = /\S*$/.exec(text.slice(0, found.index))?.[0] ?? '';
  const after = /^\S*/.exec(text.slice(found.index + found[0].length))?.[0] ?? '';
  const shown = mistake`An invisible character (U+${code}) is in “${before}${after}”, so that no search finds the word.
    Delete the word and type it again, and look for more of them in this file.`;
  return locate({ file: path, line: lineAt(text, found.index) }, shown);
}

/** HTML, which would be dropped, and broken links in Markdown without components. */
function checkPlainMarkdown(file: string, { html, links }: Markup, site: Site): Problem[] {
  return [
    ...html.map(({ tag, line }) => ({
      file,
      line,
      message: `<${tag}> is a component or HTML, which this file cannot have.`,
      hint: 'Use Markdown; name works in "sources", and pages and terms in fields above the text.',
    })),
    ...links.flatMap(({ url, line }) => locate({ file, line }, findBrokenAddress(url, site))),
  ];
}

function findInTexts(file: string, texts: Markup['texts']): Problem[] {
  return texts.flatMap(({ raw, line }) => {
    const reported = new Set<string>();
    return raw.split('\n').flatMap((words, index) => {
      const found = findUnfinished(words) ?? findLeftover(words) ?? findRepeatedWord(words);
      // Rows of a table or items of a list share one cause: report it once.
      if (!found || reported.has(found.message)) return [];
      reported.add(found.message);
      return locate({ file, line: line + index }, found);
    });
  });
}

function findUnfinished(words: string): Mistake | undefined {
  // "Todo" in lower case may be a word, as in Spanish.
  const [found] =
    /\bTODO\b/.exec(words) ?? /\b(fixme|tbd|xxx+)\b|\blorem ipsum\b/i.exec(words) ?? [];
  if (found === undefined) return undefined;
  return mistake`“${found}” is left in the text, and readers would see it.
    Write what belongs here, or take it out; {/* … */} on a page and # in YAML hold notes.`;
}

/** Markdown syntax left in parsed text because it did not take effect; $0 is the match, $1 its first group. */
const leftovers: [pattern: RegExp, message: string, hint: string][] = [
  [
    /^(#{1,6})([^\s#\d].*)/,
    'A heading has no space after its #, and is printed as text.',
    'Write $1 $2.',
  ],
  [
    /^import \w+ from ['"]/,
    'An import is in the text, and is printed as text.',
    'Put the imports below the front matter, with an empty line before and after them.',
  ],
  [
    /\[([^\]]+)\]\s+\((\/|#|https?:|$)/,
    '“[$1]” is followed by a space, and is no link.',
    'Close the gap: [words](/address/).',
  ],
  [
    /\[([^\]]+)\]\(/,
    '“[$1](” begins a link whose address does not end, and is printed as text.',
    'Write [words](/address/), with slashes as here and a bracket at the end.',
  ],
  [
    /\(([^()]+)\)\[((?:\/|#|https?:)[^\]]*)\]/,
    '“$0” has its brackets the wrong way round, and is no link.',
    'Write [$1]($2).',
  ],
  [
    /\[\^[\w-]+\]/,
    '“$0” is the mark of a footnote that there is not, and is printed as text.',
    'Say it in the text, or in <Research title="…">.',
  ],
  [
    /^\|.*\|\s*$/,
    'A row of a table is printed as text.',
    'Write | --- | --- | below its first row, and an empty line above that.',
  ],
  [
    /^([•·▪◦‣])\s/,
    'A line begins with “$1”, which makes no list.',
    'Begin each item with a hyphen and a space, on a line of its own.',
  ],
  [
    /\[-?@[\w:-]+/,
    '“$0” is a citation as Pandoc writes it, and is printed as text.',
    'Write <Cite id="…" />.',
  ],
  [
    /\\n(?![a-z])|\\n$/,
    'A \\n is in the text, and is printed as it is.',
    'Begin a new line, or leave an empty one for a new paragraph.',
  ],
  [
    /\*\*|__(?=\p{L})|(?<=\p{L})__|\*(?=\p{L})|(?<=\p{L})\*/u,
    '“$0” is opened or closed without its pair, and is printed as it is.',
    'Write it on both sides of the words, close to them; or \\* for the sign itself.',
  ],
];

function findLeftover(raw: string): Mistake | undefined {
  const text = raw.replace(/\\[!-/:-@[-`{-~]/g, '  ');
  for (const [pattern, message, hint] of leftovers) {
    const found = pattern.exec(text);
    if (!found) continue;
    const fill = (words: string) =>
      words.replace(/\$(\d)/g, (_, group: string) => found[Number(group)] ?? '');
    return { message: fill(message), hint: fill(hint) };
  }
  return undefined;
}

function findRepeatedWord(words: string): Mistake | undefined {
  const repeated = /\b(the|an?|of|to|and|for|with|or|your|their|they|you|we)\s+\1\b(?!['’-])/i.exec(
    words,
  );
  if (!repeated || !facts.language.startsWith('en')) return undefined;
  return { message: `“${repeated[0]}” is the same word twice.`, hint: 'Take one out.' };
}

/** Markdown and HTML syntax. */
const marks = [
  /\[[^\]]+\]\([^)\s]+\)/,
  /\*\*[^*]+\*\*/,
  /(?<![\p{L}\d*])\*[^\s*][^*]*\*(?![\p{L}\d*])/u,
  /(?<![\p{L}\d_])_[^\s_][^_]*_(?![\p{L}\d_])/u,
  /`[^`]+`/,
  /<\/?[A-Za-z]\w*[^>]*>/,
  /&(?:amp|lt|gt|quot|nbsp|#\d+);/,
];
const mark = new RegExp(marks.map(({ source }) => source).join('|'), 'u');

/** Markdown in fields of data and front matter, which are printed as they are. */
function findMarkdown(text: string): Mistake | undefined {
  const found = mark.exec(text)?.[0];
  if (!found) return undefined;
  return mistake`“${found}” is Markdown or code, which is printed as it is in this field.
    Write plain words; links and emphasis belong on the page.`;
}
