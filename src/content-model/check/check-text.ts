import type { Problem } from '../model/problem.ts';
import { lineAt, type Source } from './source.ts';

/** What makes a file's text unreadable or ambiguous, whatever it holds. Line ends may be of either kind. */
export function checkText({ path, text }: Source): Problem | undefined {
  if (text.startsWith('\uFEFF')) {
    return {
      file: path,
      line: 1,
      message: 'The file begins with a byte-order mark, an invisible character that breaks it.',
      hint: 'Save it as “UTF-8” and not as “UTF-8 with BOM”.',
    };
  }
  const lost = text.indexOf('\uFFFD');
  if (lost >= 0) {
    return {
      file: path,
      line: lineAt(text, lost),
      message: 'The file is not in UTF-8: a letter here cannot be read.',
      hint: 'Save it as “UTF-8” and write the letter again.',
    };
  }
  const conflict = /^(<{7} |={7}$|>{7} )/m.exec(text);
  if (conflict) {
    return {
      file: path,
      line: lineAt(text, conflict.index),
      message: 'Git has left two versions of the text here.',
      hint: 'Choose one, and delete the lines of <<<<<<<, ======= and >>>>>>>.',
    };
  }
  return undefined;
}
