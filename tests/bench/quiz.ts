import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { toQuestionView } from '../../src/features/quiz/model/view.ts';
import { quizSchema } from '../../src/content-model/schemas/quiz.ts';
import { compress, islandScripts, weighScript } from './island-scripts.ts';

// `npm run bench:quiz`, after a build: the size of a quiz compared with the same quiz as plain HTML.
const id = 'attunement';
const html = readFileSync(`dist/${id}/index.html`, 'utf8');
const scripts = islandScripts(html, 'QuizIsland');

console.log('Script that a page with a quiz loads once the quiz is near (bytes: brotli, gzip)');
const sum = { brotli: 0, gzip: 0 };
for (const name of scripts) {
  const { brotli, gzip } = weighScript(name);
  sum.brotli += brotli;
  sum.gzip += gzip;
  row(name, brotli, gzip);
}
row('together (at most 14336)', sum.brotli, sum.gzip);

const island =
  /<astro-island\b[^>]*component-export="QuizIsland".*?<\/astro-island>/s.exec(html)?.[0] ?? '';
const ours = compress(island);
const plain = compress(plainQuiz());
console.log('\nThe nine questions of one quiz in the page (bytes: brotli, gzip)');
row('ours: markup, and data for the script', ours.brotli, ours.gzip);
row('plain HTML: the same texts, no script', plain.brotli, plain.gzip);

const practice = islandScripts(readFileSync('dist/quiz/index.html', 'utf8'), 'PracticeIsland');
const more = practice.filter((name) => !scripts.includes(name)).map(weighScript);
console.log('\nMore script on the practice page alone, the scheduler included');
row(
  'together',
  more.reduce((total, { brotli }) => total + brotli, 0),
  more.reduce((total, { gzip }) => total + gzip, 0),
);

function row(name: string, brotli: number, gzip: number) {
  console.log(`  ${name.padEnd(44)}${String(brotli).padStart(7)}${String(gzip).padStart(7)}`);
}

/** The quiz as hand-written HTML: lists, with the answers in `<details>`. */
function plainQuiz(): string {
  const { questions } = quizSchema.parse(
    parse(readFileSync(`src/content/quizzes/${id}.yaml`, 'utf8')),
  );
  return questions
    .map((question) => toQuestionView(question, { section: { href: '', text: '' }, works: [] }))
    .map(({ stem, parts, rights }) => {
      const list = (items: string[]) =>
        `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
      const shown = list([...parts.map(({ text }) => text), ...rights]);
      const why = list(parts.map(({ text, feedback }) => `${text} ${feedback}`));
      return `<h3>${stem}</h3>${shown}<details><summary>Answer</summary>${why}</details>`;
    })
    .join('\n');
}
