import { readFileSync, readdirSync } from 'node:fs';
import { parseJson } from '../content-model/check/read-entries.ts';
import { formatProblem, type Problem } from '../content-model/model/problem.ts';
import type { SiteFacts } from '../site/facts.ts';

// Runs before commands that read src/site/site.ts and its messages: a slip there would end them with a
// stack trace before any check had begun.
const file = 'src/site/site.ts';
const messages = 'src/content/i18n';

/** Facts that every guide has, and what each is. */
const wanted: Partial<Record<keyof SiteFacts, 'string' | 'object' | 'list'>> = {
  name: 'string',
  tagline: 'string',
  description: 'string',
  summary: 'string',
  id: 'string',
  author: 'string',
  publisher: 'string',
  subject: 'string',
  tags: 'list',
  categories: 'list',
  language: 'string',
  language3: 'string',
  languageName: 'string',
  direction: 'string',
  messages: 'object',
  citations: 'object',
  licence: 'object',
  colours: 'object',
  features: 'object',
  pages: 'object',
  links: 'object',
  readers: 'object',
  parts: 'list',
};

const problems = readdirSync(messages)
  .filter((name) => name.endsWith('.json'))
  .flatMap((name): Problem[] => {
    const path = `${messages}/${name}`;
    const parsed = parseJson(path, readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
    return 'problem' in parsed ? [parsed.problem] : [];
  });
if (problems.length === 0) problems.push(...(await findMistakes()));
for (const problem of problems) console.error(`${formatProblem(problem)}\n`);
if (problems.length > 0) process.exitCode = 1;

/** What keeps site.ts from being read, or which fact it lacks. */
async function findMistakes(): Promise<Problem[]> {
  try {
    // As a value, so that a mistake in it is told here.
    const { site } = (await import(new URL('../site/site.ts', import.meta.url).href)) as {
      site?: Partial<SiteFacts>;
    };
    return Object.entries(wanted).flatMap(([name, kind]) => {
      const value = site?.[name as keyof SiteFacts];
      const found = Array.isArray(value) ? 'list' : typeof value;
      if (found === kind) return [];
      const message =
        value === undefined
          ? `The fact "${name}" is missing.`
          : `The fact "${name}" is no ${kind}.`;
      return [{ file, message, hint: 'src/site/facts.ts says what it is for.' }];
    });
  } catch (error) {
    return [explain(error as Error & { code?: string })];
  }
}

function explain({ code, message, stack = '' }: Error & { code?: string }): Problem {
  if (code === 'ERR_MODULE_NOT_FOUND') {
    const lost = /src\/[^'"]+(?=['"] imported)/.exec(message)?.[0] ?? 'a file';
    return {
      file,
      line: 1,
      message: `It imports ${lost}, which is not there.`,
      hint: 'Correct the name in its first lines, or write that file.',
    };
  }
  const line = Number(/site\.ts:(\d+)/.exec(stack)?.[1]);
  return {
    file,
    ...(line && { line }),
    message: `It cannot be read: ${message.split('\n')[0]?.replace(/^[^\w]+/, '') ?? ''}.`,
    hint: 'Look for a missing comma, quote or bracket there or on the line above.',
  };
}
