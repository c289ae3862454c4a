import type { Problem } from '../model/problem.ts';
import { parseYaml } from './parse-yaml.ts';
import type { Entry, Source } from './source.ts';

/** Reads a file's front matter, or tells the mistake that hides it. */
export function readFrontMatter(
  { path, text }: Source,
  id: string,
): { entry: Entry } | { problem: Problem } {
  const lines = text.split(/\r?\n/);
  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---') {
    return {
      problem: {
        file: path,
        line: 1,
        message: 'The file has no front matter.',
        hint: 'Begin it with a line of three hyphens, the fields, and another line of three hyphens.',
      },
    };
  }
  if (end < 0) {
    return {
      problem: {
        file: path,
        line: 1,
        message: 'The front matter is opened and never closed.',
        hint: 'Put a line of three hyphens after its last field.',
      },
    };
  }
  const parsed = parseYaml(path, lines.slice(1, end).join('\n'), 1);
  if ('problem' in parsed) return parsed;
  const { value, lineOf } = parsed.yaml;
  const data = typeof value === 'object' && value !== null ? (value as Entry['data']) : {};
  return { entry: { id, file: path, line: 1, data, lineOf } };
}
