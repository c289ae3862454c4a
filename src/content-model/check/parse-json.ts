import type { Problem } from '../model/problem.ts';
import { parseYaml, type YamlText } from './parse-yaml.ts';
import { lineAt } from './source.ts';

/** Parses JSON, or tells the mistake in it with its line. */
export function parseJson(file: string, text: string): { yaml: YamlText } | { problem: Problem } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const { message } = error as SyntaxError;
    return { problem: { file, line: findLine(text, message), ...explain(text, message) } };
  }
  // JSON is YAML too, and the YAML parser knows the lines, and tells keys that stand twice. It is slow.
  if (countKeys(text) !== keysIn(value)) return parseYaml(file, text);
  let lines: YamlText['lineOf'] | undefined;
  return {
    yaml: {
      value,
      lineOf: (path) => {
        if (!lines) {
          const parsed = parseYaml(file, text);
          lines = 'yaml' in parsed ? parsed.yaml.lineOf : () => 1;
        }
        return lines(path);
      },
    },
  };
}

/** How many keys are written in valid JSON. */
function countKeys(text: string): number {
  return [...text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)].filter(([, colon]) => colon).length;
}

/** How many keys a value has, at all depths; a key written twice in one object counts once. */
function keysIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = Array.isArray(value) ? 0 : Object.keys(value).length;
  return Object.values(value).reduce<number>((sum, inner) => sum + keysIn(inner), own);
}

/** Engines word it differently; a position is given by all but for a text that ends too soon. */
function findLine(text: string, message: string): number {
  const position = /position (\d+)/.exec(message)?.[1];
  return lineAt(text, position === undefined ? text.trimEnd().length : Number(position));
}

function explain(text: string, message: string): { message: string; hint: string } {
  const position = Number(/position (\d+)/.exec(message)?.[1] ?? text.length);
  const before = text.slice(0, position).trimEnd();
  const after = text.slice(position).trimStart();
  if (before.endsWith(',') && /^[\]}]/.test(after)) {
    return {
      message: 'There is a comma after the last item, which JSON forbids.',
      hint: 'Take the comma out.',
    };
  }
  if (/["}\]\d]$/.test(before) && /^["{[]/.test(after)) {
    return {
      message: 'Two items follow one another without a comma.',
      hint: 'Put a comma after the first.',
    };
  }
  return {
    message: 'This is not valid JSON.',
    hint: 'Look for a missing comma, quote or bracket here or on the line above, or export the file from Zotero again.',
  };
}
