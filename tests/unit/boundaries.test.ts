import { ESLint } from 'eslint';
import { expect, test } from 'vitest';

const imports = '@typescript-eslint/no-restricted-imports';
const eslint = new ESLint();

/** What a rule says of one statement in a file of src/. */
async function judge(file: string, statement: string, rule = imports): Promise<string[]> {
  const text = file.endsWith('.astro') ? `---\n${statement}\n---\n` : `${statement}\n`;
  const [result] = await eslint.lintText(text, { filePath: `src/${file}` });
  return (result?.messages ?? []).filter(({ ruleId }) => ruleId === rule).map((m) => m.message);
}

test.each([
  ['lib/text/a.ts', "import { getWorks } from '../../queries/references.ts';"],
  ['lib/text/a.ts', "import { Cite } from '~/components/Cite.astro';"],
  ['schemas/a.ts', "import { nearest } from '../lib/text/nearest.ts';"],
  ['queries/a.ts', "import Cite from '../components/Cite.astro';"],
  ['components/A.astro', "import { getCollection } from 'astro:content';"],
  ['components/A.astro', "import { contentCheck } from '~/integrations/content-check.ts';"],
  ['islands/quiz/A.tsx', "import { getQuiz } from '../../queries/quizzes.ts';"],
  ['islands/quiz/A.tsx', "import { quizSchema } from '../../schemas/quiz.ts';"],
  ['search/a.ts', "import { getWorks } from '../queries/references.ts';"],
  ['integrations/a.ts', "import { getWorks } from '../queries/references.ts';"],
  ['pages/a.ts', "import { contentCheck } from '../integrations/content-check.ts';"],
])('in %s, %s is refused and says who may be imported', async (file, statement) => {
  const [message] = await judge(file, statement);
  expect(message).toContain('may import only from');
});

test.each([
  ['lib/text/a.ts', "import { splitIds } from '../citation/cluster.ts';"],
  ['components/A.astro', "import { getWorks } from '../queries/references.ts';"],
  ['islands/quiz/A.tsx', "import type { Quiz } from '../../schemas/quiz.ts';"],
  ['queries/a.ts', "import { getCollection } from 'astro:content';"],
  ['integrations/a.ts', "import { readFile } from 'node:fs/promises';"],
])('in %s, %s is let in', async (file, statement) => {
  expect(await judge(file, statement)).toEqual([]);
});

test('lib leans neither on Node nor on a browser', async () => {
  const node = "import { readFile } from 'node:fs/promises';";
  expect(await judge('lib/text/a.ts', node)).toHaveLength(1);
  expect(
    await judge('lib/text/a.ts', 'document.title = "";', 'no-restricted-globals'),
  ).toHaveLength(1);
});
