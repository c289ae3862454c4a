import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { mistake, type Mistake, type Problem, type Source } from '../model/problem.ts';
import { bracesInProse, explainHtml } from './check-markup.ts';

/** An error of the MDX parser. */
interface MdxError {
  message: string;
  ruleId?: string;
  line?: number;
  /** The error of the JavaScript parser, if the mistake is in code. */
  cause?: unknown;
}

/** An explained mistake, with its line if the parser's is wrong. */
type Explained = Mistake & { line?: number };

const mdx = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkMdx);

/**
 * Explains the syntax mistake in a page's MDX, with the line where it began if known.
 * @param error from Satteri, which renders pages; remark-mdx is slower, but reports what it expected and where.
 */
export function explainMdx({ path: file, text }: Source, error?: unknown): Problem | undefined {
  let mistake = error as MdxError | undefined;
  try {
    mdx.parse(text);
  } catch (found) {
    mistake = found as MdxError;
  }
  return mistake && { file, line: mistake.line, ...explain(text, mistake) };
}

function explain(text: string, { message, ruleId, line, cause }: MdxError): Explained {
  const found = /Unexpected character `(.)`/u.exec(message)?.[1];
  if (ruleId === 'end-tag-mismatch') return explainTag(message);
  if (ruleId === 'acorn')
    return explainCode(text, cause instanceof Error ? cause.message : message, line);
  if (ruleId === 'unexpected-closing-slash')
    return mistake`A tag is closed that was never opened.
      Take it out, or add its opening tag.`;
  if (found !== undefined && /[“”„‘’«»]/.test(found))
    return mistake`A curly quote ${found} is where code needs a straight one.
      Type " around attributes; some editors turn it into a curly quote.`;
  if (message.includes('for `{`')) return { ...firstUnclosed(text), ...unclosed };
  if (message.includes('attribute value'))
    return mistake`An attribute lacks its quotes.
      Put straight quotes on both sides of its value.`;
  if (/before (local )?name|in name/.test(message))
    return mistake`A < begins something that is not a component.
      Write \\< or "less than" in prose, [words](address) for a link, and {/* … */} for a note to authors.`;
  return mistake`A tag is not finished.
    End it with > or />.`;
}

/** Explains a tag that is not closed, at the line where it was opened. */
function explainTag(message: string): Explained {
  const opened = /\((\d+):\d+-/.exec(message)?.[1];
  const at = opened === undefined ? {} : { line: Number(opened) };
  const tag = /<\/?([\w.]+)>/.exec(message)?.[1] ?? 'tag';
  if (!/^[a-z]/.test(tag))
    return {
      ...at,
      message: `<${tag}> is opened here and not closed in the right place.`,
      hint: `End it with </${tag}>, or with /> if it is empty; a block's two tags are alone on their lines.`,
    };
  const ofBreak = tag === 'br' && { hint: 'Take it out; an empty line begins a new paragraph.' };
  return { ...at, ...explainHtml(tag), ...ofBreak };
}

/** Explains a mistake in code: in braces, or anywhere from an import to the next empty line. */
function explainCode(text: string, reason: string, line = 1): Explained {
  const lines = text.split('\n');
  const isImport = (one = '') => /^(import|export)\b/.test(one);
  const twice = /Identifier '(\w+)' has already been declared/.exec(reason)?.[1];
  if (twice !== undefined) {
    const at = lines.findLastIndex((one) => new RegExp(`^import\\s.*\\b${twice}\\b`).test(one));
    return {
      ...(at > 0 && { line: at + 1 }),
      message: `${twice} is imported twice.`,
      hint: 'Take one of the two lines out.',
    };
  }
  const joined = lines.findIndex(
    (one, index) => /^[^\s}]/.test(one) && !isImport(one) && isImport(lines[index - 1]),
  );
  if (joined >= 0)
    return {
      line: joined + 1,
      message: 'The text begins right below an import, and is read as code.',
      hint: 'Leave an empty line between the imports and the text.',
    };
  const place = lines[line - 1] ?? '';
  if (place.includes('{') && !isImport(place)) return bracesInProse;
  return mistake`This code cannot be read.
    Compare the line with the imports of another page; in prose, write \\{ for a brace.`;
}

const unclosed = mistake`A curly brace is opened and never closed.
  Close it, or write \\{ if you mean the sign itself.`;

/** The line of the first unclosed brace; the parser reports the end of the text. */
function firstUnclosed(text: string): { line?: number } {
  const count = (line: string, brace: RegExp) => line.match(brace)?.length ?? 0;
  const index = text
    .split('\n')
    .findIndex((line) => count(line, /(?<!\\)\{/g) > count(line, /(?<!\\)\}/g));
  return index < 0 ? {} : { line: index + 1 };
}
