import type { Problem } from '../model/problem.ts';
import type { Source } from './source.ts';

/** The parser's account of a mistake in MDX. */
interface MdxError {
  message: string;
  ruleId?: string;
  line?: number;
}

/** A mistake in MDX in an author's words, with the line where it began as far as that is known. */
export function explainMdx({ path, text }: Source, error: unknown): Problem {
  const { message, ruleId, line } = error as MdxError;
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
      return at(
        line,
        'This code cannot be read.',
        'Compare the line with the imports of another page; in prose, write \\{ for a brace.',
      );
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

/** The parser notices an open brace at the end of the text; the author needs the line of the brace. */
function firstUnclosed(text: string, fallback: number | undefined): number | undefined {
  const lines = text.split('\n');
  const index = lines.findIndex(
    (line) => (line.match(/(?<!\\)\{/g)?.length ?? 0) > (line.match(/(?<!\\)\}/g)?.length ?? 0),
  );
  return index < 0 ? fallback : index + 1;
}
