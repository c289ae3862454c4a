import { isNode, LineCounter, parseDocument } from 'yaml';
import type { Entry } from '../../../src/content-model/model/problem.ts';

/** Parses the YAML of a quiz file to an entry with line numbers, as the content check does. */
export function parseQuizEntry(file: string, text: string): Entry {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const data = document.toJS() as Record<string, unknown>;
  return {
    id: file,
    file,
    line: 1,
    data,
    lineOf: (path) => {
      for (let length = path.length; length > 0; length -= 1) {
        const node = document.getIn(path.slice(0, length), true);
        if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
      }
      return 1;
    },
  };
}
