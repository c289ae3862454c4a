import { select, selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import { expect, test } from 'vitest';
import { fromHtml } from 'hast-util-from-html';
import { toChapter } from '../../../src/features/editions/model/chapter.ts';

const page = `<main><article><h1>Repair</h1><p class="sb-standfirst">In short.</p><div class="sb-prose">
<p>Mended <a class="sb-cite" id="cite-1" href="#ref-a" data-cite="a b">(A; B)</a>, see
<a href="../attunement/#x">there</a>, <a href="../search/?q=x">search</a>,
<a href="https://doi.org/10.1/(1)1<7>2">work</a>.</p>
<details class="sb-research"><summary>More</summary><p>Detail.</p></details>
<div class="sb-heading"><h2 id="check-your-understanding">Check</h2><a class="sb-anchor">§</a></div>
<div class="sb-quiz-frame">Quiz</div>
<div class="sb-heading"><h2 id="references">References</h2></div>
<ol class="sb-references"><li id="ref-a"><p class="sb-ref-text">Work A.</p><p>Finding</p></li>
<li id="ref-b"><p class="sb-ref-text">Work B.</p></li></ol>
</div></article></main>`;

const book = { slugs: ['repair', 'attunement'], quizzes: ['repair'], notes: true };
const { title, sections, body } = toChapter('repair', fromHtml(page), book);
const root = { type: 'root' as const, children: body };

test('keeps title, standfirst and headings', () => {
  expect(title).toBe('Repair');
  expect(toString(select('.standfirst', root) ?? root)).toBe('In short.');
  expect(sections).toEqual([{ id: 'check-your-understanding', text: 'Check' }]);
});

test('makes a note of each citation, with the words of every work it cites', () => {
  const mark = select('a[role="doc-noteref"]', root);
  expect(mark?.properties).toMatchObject({ id: 'cite-1', href: '#note-repair-1' });
  const note = select('#note-repair-1', root);
  expect(note && toString(note)).toBe('Work A.Work B.');
});

test('leads to chapters, drops addresses that the book has not, and writes others as URIs', () => {
  expect(selectAll('p a', root).map(({ properties }) => properties['href'])).toEqual([
    '#note-repair-1',
    'attunement.xhtml#x',
    'https://doi.org/10.1/(1)1%3C7%3E2',
    'questions.xhtml#repair',
  ]);
});

test('unfolds details, and leaves out the quiz and the list of references', () => {
  expect(select('details', root)).toBeUndefined();
  expect(select('.sb-research .summary', root)).toBeDefined();
  expect(select('.sb-quiz-frame, .sb-references', root)).toBeUndefined();
});

test('names the page that has no text', () => {
  expect(() => toChapter('empty', fromHtml('<h1>x</h1>'), book)).toThrow('dist/empty/index.html');
});

test('without notes, a citation leads to the list of references', () => {
  const chapter = toChapter('repair', fromHtml(page), {
    slugs: ['references'],
    quizzes: [],
    notes: false,
  });
  const tree = { type: 'root' as const, children: chapter.body };
  expect(select('#cite-1', tree)?.properties['href']).toBe('references.xhtml#ref-a');
  expect(select('aside', tree)).toBeUndefined();
});
