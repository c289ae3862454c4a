import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { writeSchemas } from '../../src/cli/content-schemas.ts';

const files = await writeSchemas();

test.each([...files.keys()])('%s matches the content schemas (npm run content:schemas)', (path) => {
  expect(existsSync(path) && readFileSync(path, 'utf8')).toBe(files.get(path));
});

test('editor schemas describe each field', () => {
  const quiz = files.get('.vscode/schemas/quizzes.json') ?? '';
  expect(quiz).toContain('Why it is or is not a good answer');
  expect(files.get('.vscode/schemas/findings.json')).toContain('"certainty"');
});

test('fields with the same name in one file of schemas keep their own descriptions', () => {
  const wordsOf = (name: string) => files.get(`.vscode/schemas/${name}.json`) ?? '';
  expect(wordsOf('prevalence')).toContain('What to know before comparing rows.');
  expect(wordsOf('effects')).not.toContain('What to know before comparing rows.');
});
