import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Root } from 'mdast';
import type { Problem, Source } from '../model/problem.ts';

/** The parser's account of a mistake in MDX. */
interface MdxError {
  message: string;
  ruleId?: string;
  line?: number;
  /** What the parser of code says, where the mistake is in code. */
  cause?: unknown;
}

const mdx = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkMdx);

/**
 * Reads the code of a page's imports, at which its processor does not look; plain ones, each name once,
 * need no parser. @throws VFileMessage when it does not parse.
 */
export function checkCode(root: Root, text: string): void {
  const code = root.children.flatMap((node) =>
    node.type === 'mdxjsEsm' ? node.value.split('\n') : [],
  );
  const names = code.flatMap((line) => /^import (\w+) from '[^']+';$/.exec(line)?.[1] ?? []);
  if (new Set(names).size < code.length) mdx.parse(text);
}

/** The mistake for which the page's processor gave up, from a parser that says what it expected and where. */
function findMistake(text: string, error: unknown): MdxError {
  try {
    mdx.parse(text);
  } catch (mistake) {
    return mistake as MdxError;
  }
  return error as MdxError;
}

/** A mistake in MDX in an author's words, with the line where it began as far as that is known. */
export function explainMdx({ path, text }: Source, error: unknown): Problem {
  const { message, ruleId, line, cause } = findMistake(text, error);
  const opened = /\((\d+):\d+-/.exec(message)?.[1];
  const tag = /<\/?([\w.]+)>/.exec(message)?.[1] ?? 'tag';
  const found = /Unexpected character `(.)`/u.exec(message)?.[1];
  const at = (number: number | undefined, what: string, hint: string): Problem => ({
    file: path,
    line: number,
    message: what,
    hint,
  });

  switch (ruleId) {
    case 'end-tag-mismatch':
      if (/^[a-z]/.test(tag))
        return at(
          opened === undefined ? line : Number(opened),
          `<${tag}> is HTML written by hand.`,
          tag === 'br'
            ? 'Take it out; an empty line begins a new paragraph.'
            : 'Use Markdown or a component: HTML escapes the checks of style and accessibility.',
        );
      return at(
        opened === undefined ? line : Number(opened),
        `<${tag}> is opened here and not closed in the right place.`,
        `End it with </${tag}>, or with /> if nothing stands inside; a block's two tags stand alone on their lines.`,
      );
    case 'unexpected-closing-slash':
      return at(
        line,
        'A tag is closed that was never opened.',
        'Take it out, or add its opening tag.',
      );
    case 'acorn':
      return {
        file: path,
        ...explainCode(text, cause instanceof Error ? cause.message : message, line),
      };
  }
  if (found !== undefined && /[“”„‘’«»]/.test(found))
    return at(
      line,
      `A curly quote ${found} stands where code needs a straight one.`,
      'Type " around attributes; some editors turn it into a curly quote.',
    );
  if (message.includes('for `{`'))
    return at(
      firstUnclosed(text, line),
      'A curly brace is opened and never closed.',
      'Close it, or write \\{ if you mean the sign itself.',
    );
  if (message.includes('attribute value'))
    return at(
      line,
      'An attribute lacks its quotes.',
      'Put straight quotes on both sides of its value.',
    );
  if (
    message.includes('before name') ||
    message.includes('before local name') ||
    message.includes('in name')
  )
    return at(
      line,
      'A < begins something that is not a component.',
      'Write \\< or "less than" in prose, [words](address) for a link, and {/* … */} for a note to authors.',
    );
  return at(line, 'A tag is not finished.', 'End it with > or />.');
}

/** Code is what is in braces, and everything from an import to the next empty line. */
function explainCode(
  text: string,
  reason: string,
  line = 1,
): Pick<Problem, 'line' | 'message' | 'hint'> {
  const lines = text.split('\n');
  const twice = /Identifier '(\w+)' has already been declared/.exec(reason)?.[1];
  if (twice !== undefined) {
    const places = lines.flatMap((one, index) =>
      new RegExp(`^import\\s.*\\b${twice}\\b`).test(one) ? [index + 1] : [],
    );
    return {
      line: places[1] ?? line,
      message: `${twice} is imported twice.`,
      hint: 'Take one of the two lines out.',
    };
  }
  const isImport = (one = '') => /^(import|export)\b/.test(one);
  const joined = lines.findIndex(
    (one, index) =>
      one.trim() !== '' && !/^(import|export)\b|^[\s}]/.test(one) && isImport(lines[index - 1]),
  );
  if (joined >= 0) {
    return {
      line: joined + 1,
      message: 'The text begins right below an import, and is taken for code.',
      hint: 'Leave an empty line between the imports and the text.',
    };
  }
  const place = isImport(lines[line - 1]) ? undefined : lines[line - 1];
  if (place?.includes('{')) {
    return {
      line,
      message: 'Curly braces in prose are taken for code.',
      hint: 'Write \\{ and \\} for the signs themselves.',
    };
  }
  return {
    line,
    message: 'This code cannot be read.',
    hint: 'Compare the line with the imports of another page; in prose, write \\{ for a brace.',
  };
}

/** The parser notices an open brace at the end of the text; the author needs the line of the brace. */
function firstUnclosed(text: string, fallback: number | undefined): number | undefined {
  const lines = text.split('\n');
  const index = lines.findIndex(
    (line) => (line.match(/(?<!\\)\{/g)?.length ?? 0) > (line.match(/(?<!\\)\}/g)?.length ?? 0),
  );
  return index < 0 ? fallback : index + 1;
}
