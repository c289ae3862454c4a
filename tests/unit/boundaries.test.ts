import { ESLint } from 'eslint';
import { expect, test } from 'vitest';

const eslint = new ESLint();
const rules = ['import-x/no-restricted-paths', '@typescript-eslint/no-restricted-imports'];

/** What the import rules say of one statement in a file of src/; the import must exist. */
async function judge(file: string, statement: string, ids = rules): Promise<string[]> {
  const text = file.endsWith('.astro') ? `---\n${statement}\n---\n` : `${statement}\n`;
  const [result] = await eslint.lintText(text, { filePath: `src/${file}` });
  return (result?.messages ?? [])
    .filter(({ ruleId }) => ruleId && ids.includes(ruleId))
    .map(({ message }) => message);
}

test.each([
  ['lib/text/a.ts', "import { glossary } from '../../features/glossary/glossary.ts';"],
  ['features/quiz/model/a.ts', "import '../Quiz.astro';"],
  ['features/quiz/model/a.ts', "import { readFile } from 'node:fs/promises';"],
  ['features/quiz/model/a.ts', "import { getCollection } from 'astro:content';"],
  ['features/quiz/client/a.ts', "import { quizzes } from '../quizzes.ts';"],
  ['features/quiz/client/a.ts', "import { step } from '../../../build/built-site.ts';"],
  ['features/quiz/a.ts', "import Quiz from './Quiz.astro';"],
  ['features/quiz/A.astro', "import { getCollection } from 'astro:content';"],
  ['features/quiz/A.astro', "import { step } from '~/build/built-site.ts';"],
  ['features/quiz/A.astro', "await import('~/build/built-site.ts');"],
  ['build/links/a.ts', "import { quizzes } from '../../features/quiz/quizzes.ts';"],
  ['build/links/a.ts', "const a = await import('../links/../../features/quiz/quizzes.ts');"],
  ['cli/a.ts', "import { serveSite } from '../../tests/server.ts';"],
  ['pages/a.ts', "import { step } from '../build/built-site.ts';"],
])('in %s, %s is refused', async (file, statement) => {
  expect(await judge(file, statement)).toHaveLength(1);
});

test.each([
  ['features/quiz/model/a.ts', "import { nearest } from '../../../lib/text/nearest.ts';"],
  ['features/quiz/client/a.ts', "import { mark } from '../model/mark.ts';"],
  ['features/quiz/A.astro', "import { quizzes } from './quizzes.ts';"],
  ['features/quiz/A.astro', "import '~/features/quiz/client/QuizIsland.tsx';"],
  ['features/quiz/a.ts', "import { getCollection } from 'astro:content';"],
  ['build/links/a.ts', "import { readFile } from 'node:fs/promises';"],
  ['pages/a.ts', "import { quizzes } from '../features/quiz/quizzes.ts';"],
])('in %s, %s is let in', async (file, statement) => {
  expect(await judge(file, statement)).toEqual([]);
});

test('a model leans on nothing that only a browser has', async () => {
  const found = await judge('lib/text/a.ts', 'document.title = "";', ['no-restricted-globals']);
  expect(found).toHaveLength(1);
});

test('what runs in browsers uses nothing that a supported one lacks', async () => {
  const statement = 'export const pattern = new URLPattern({});';
  const judged = (file: string) => judge(file, statement, ['compat/compat']);
  expect(await judged('features/search/client/a.ts')).toEqual([
    expect.stringContaining('not supported in'),
  ]);
  expect(await judged('build/links/a.ts')).toEqual([]);
});

test.each([
  ['features/quiz/A.astro', '<p>Read next</p>'],
  ['features/quiz/A.astro', '<input aria-label="Search" />'],
  ['features/quiz/A.astro', "<p>{open ? 'Close' : 'Open'}</p>"],
  ['features/quiz/client/A.tsx', 'export const A = () => <p title="All">{`${n} left`}</p>;'],
  ['features/quiz/client/a.ts', "button.textContent = 'Copied';"],
  ['features/editions/model/a.ts', "h('p', 'Answers');"],
])('in %s, the words of %s are refused', async (file, code) => {
  const [result] = await eslint.lintText(code, { filePath: `src/${file}` });
  const ids = result?.messages.map(({ ruleId }) => ruleId) ?? [];
  expect(ids).toContain('no-restricted-syntax');
});

test('marks, classes, names of formats and messages are let in', async () => {
  const code =
    "<p class={a ? 'sb-a is-on' : 'sb-a'}>× {t('quiz.check')} <b>BibTeX</b>: {a ? ', ' : ''}</p>";
  const [result] = await eslint.lintText(code, { filePath: 'src/features/quiz/A.astro' });
  expect(result?.messages).toEqual([]);
});
