import { isNode, LineCounter, parseDocument } from 'yaml';
import type { QuizSource } from '../../../src/features/quiz/model/check-quiz.ts';

/** A quiz file read for checking. */
export function toQuizSource(file: string, text: string): QuizSource {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const data = document.toJS() as Record<string, unknown>;
  return {
    file,
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
