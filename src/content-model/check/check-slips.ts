import { site as facts } from '../../site/site.ts';
import { type Problem, lineAt, type Source } from '../model/problem.ts';
import { parsePage } from '../model/read-page.ts';
import { findBrokenAddress } from './check-links.ts';
import { collectFields, textsOf, readMarkup, type Markup, type Text } from './read-markup.ts';
import type { Site } from './read-site.ts';

type Slip = Pick<Problem, 'message' | 'hint'>;

/**
 * What parses and still reaches readers as the author never meant it: notes to oneself, invisible
 * characters, and Markdown that is printed instead of set.
 */
export function checkSlips(site: Site, sources: Source[]): Problem[] {
  return [
    ...sources.flatMap(findInvisible),
    ...site.pages.flatMap(({ file, markup }) => findInTexts(file, markup?.texts ?? [])),
    ...textsOf(site, sources).flatMap(({ path, text }) => {
      const markup = readMarkup(parsePage(text, 'md'), text);
      return [...findInTexts(path, markup.texts), ...findInBody(path, markup, site)];
    }),
    ...collectFields(site).flatMap((field): Problem[] => {
      const { file, text } = field;
      const slip = findUnfinished(text) ?? findMarkdown(text) ?? findTwice(text);
      return slip ? at(file, field.line, slip) : [];
    }),
  ];
}

function at(file: string, line: number, slip: Slip | undefined): Problem[] {
  return slip ? [{ file, line, ...slip }] : [];
}

/** Joiners within an emoji are no mistake. */
const invisible = /[\u00AD\u200B\u2060]|(?<=.)\uFEFF|(?<!\p{Extended_Pictographic}\uFE0F?)\u200D/u;

/** The first invisible character of each file: one paste often brings many. */
function findInvisible({ path, text }: Source): Problem[] {
  const found = invisible.exec(text);
  if (!found) return [];
  const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const before = /\S*$/.exec(text.slice(0, found.index))?.[0] ?? '';
  const after = /^\S*/.exec(text.slice(found.index + found[0].length))?.[0] ?? '';
  return [
    {
      file: path,
      line: lineAt(text, found.index),
      message: `An invisible character (U+${code}) stands in “${before}${after}”, so that no search finds the word.`,
      hint: 'Delete the word and type it again, and look for more of them in this file.',
    },
  ];
}

/** In Markdown without components: what would vanish, and links that lead nowhere. */
function findInBody(file: string, { html, links }: Markup, site: Site): Problem[] {
  return [
    ...html.map(({ tag, line }) => ({
      file,
      line,
      message: `<${tag}> is a component or HTML, which this file cannot have.`,
      hint: 'Use Markdown; name works in "sources", and pages and terms in fields above the text.',
    })),
    ...links.flatMap(({ url, line }) => at(file, line, findBrokenAddress(url, site))),
  ];
}

function findInTexts(file: string, texts: Text[]): Problem[] {
  return texts.flatMap(({ raw, line }) => {
    const told = new Set<string>();
    return raw.split('\n').flatMap((words, index) => {
      const slip = findUnfinished(words) ?? findLeftover(words) ?? findTwice(words);
      // The rows of a table and the items of a list share one cause.
      if (!slip || told.has(slip.message)) return [];
      told.add(slip.message);
      return at(file, line + index, slip);
    });
  });
}

function findUnfinished(words: string): Slip | undefined {
  const found = /\b(TODO|FIXME|TBD|XXX+)\b|\blorem ipsum\b/i.exec(words)?.[0];
  // "Todo" in lower case may be a word.
  if (!found || (/^todo$/i.test(found) && found !== found.toUpperCase())) return undefined;
  return {
    message: `“${found}” is left in the text, and readers would see it.`,
    hint: 'Write what belongs here, or take it out; {/* … */} on a page and # in YAML hold notes.',
  };
}

/** Marks of Markdown that a page's text still has after it was read: they did not take effect. */
function findLeftover(raw: string): Slip | undefined {
  const text = raw.replace(/\\[!-/:-@[-`{-~]/g, '  ');
  if (/^#{1,6}[^\s#\d]/.test(text)) {
    return {
      message: 'A heading has no space after its #, and is printed as text.',
      hint: `Write ${text.replace(/^(#+)/, '$1 ')}.`,
    };
  }
  if (/^import \w+ from ['"]/.test(text)) {
    return {
      message: 'An import stands in the text, and is printed as text.',
      hint: 'Put the imports below the front matter, with an empty line before and after them.',
    };
  }
  const link = /\[([^\]]+)\]\s+\((\/|#|https?:|$)/.exec(text);
  if (link) {
    return {
      message: `“[${String(link[1])}]” is followed by a space, and is no link.`,
      hint: 'Close the gap: [words](/address/).',
    };
  }
  const open = /\[([^\]]+)\]\(/.exec(text);
  if (open) {
    return {
      message: `“[${String(open[1])}](” begins a link whose address does not end, and is printed as text.`,
      hint: 'Write [words](/address/), with slashes as here and a bracket at the end.',
    };
  }
  const turned = /\(([^()]+)\)\[((?:\/|#|https?:)[^\]]*)\]/.exec(text);
  if (turned) {
    return {
      message: `“${turned[0]}” has its brackets the wrong way round, and is no link.`,
      hint: `Write [${String(turned[1])}](${String(turned[2])}).`,
    };
  }
  const footnote = /\[\^[\w-]+\]/.exec(text)?.[0];
  if (footnote) {
    return {
      message: `“${footnote}” is the mark of a footnote that there is not, and is printed as text.`,
      hint: 'Say it in the text, or in <Research title="…">.',
    };
  }
  if (/^\|.*\|\s*$/.test(text)) {
    return {
      message: 'A row of a table is printed as text.',
      hint: 'Write | --- | --- | below its first row, and an empty line above that.',
    };
  }
  const bullet = /^([•·▪◦‣])\s/.exec(text)?.[1];
  if (bullet) {
    return {
      message: `A line begins with “${bullet}”, which makes no list.`,
      hint: 'Begin each item with a hyphen and a space, on a line of its own.',
    };
  }
  const pandoc = /\[-?@[\w:-]+/.exec(text);
  if (pandoc) {
    return {
      message: `“${pandoc[0]}” is a citation as Pandoc writes it, and is printed as text.`,
      hint: 'Write <Cite id="…" />.',
    };
  }
  const newline = /\\n(?![a-z])|\\n$/.exec(raw);
  if (newline) {
    return {
      message: 'A \\n stands in the text, and is printed as it is.',
      hint: 'Begin a new line, or leave an empty one for a new paragraph.',
    };
  }
  const star = /\*\*|__(?=\p{L})|(?<=\p{L})__|\*(?=\p{L})|(?<=\p{L})\*/u.exec(text);
  if (star) {
    return {
      message: `“${star[0]}” is opened or closed without its pair, and is printed as it is.`,
      hint: 'Write it on both sides of the words, close to them; or \\* for the sign itself.',
    };
  }
  return undefined;
}

/** A word that occurs twice running where English never has it so. */
function findTwice(words: string): Slip | undefined {
  const twice = /\b(the|an?|of|to|and|for|with|or|your|their|they|you|we)\s+\1\b(?!['’-])/i.exec(
    words,
  );
  if (!twice || !facts.language.startsWith('en')) return undefined;
  return {
    message: `“${twice[0]}” is the same word twice.`,
    hint: 'Take one out.',
  };
}

/** Fields of data and front matter are printed as they are. */
function findMarkdown(text: string): Slip | undefined {
  const found =
    /\[[^\]]+\]\([^)\s]+\)|\*\*[^*]+\*\*|(?<![\p{L}\d*])\*[^\s*][^*]*\*(?![\p{L}\d*])|(?<![\p{L}\d_])_[^\s_][^_]*_(?![\p{L}\d_])|`[^`]+`|<\/?[A-Za-z]\w*[^>]*>|&(?:amp|lt|gt|quot|nbsp|#\d+);/u.exec(
      text,
    )?.[0];
  if (!found) return undefined;
  return {
    message: `“${found}” is Markdown or code, which is printed as it is in this field.`,
    hint: 'Write plain words; links and emphasis belong on the page.',
  };
}
