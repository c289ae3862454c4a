import { readFileSync } from 'node:fs';
import { parse as parseCsv } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { type MultipleChoice, parse as parseGift, type Matching } from 'gift-pegjs';
import { parse as parseHtml } from 'parse5';
import { parse as parseYaml } from 'yaml';
import { describe, expect, test } from 'vitest';
import { quizSchema } from '../../src/content-model/schemas/quiz.ts';
import { sources } from '../content/sources.ts';
import { textOf } from './document.ts';

const quizzes = sources
  .filter(({ path }) => path.startsWith('src/content/quizzes/'))
  .map(({ path, text }) => ({
    id: path.slice(path.lastIndexOf('/') + 1, -'.yaml'.length),
    ...quizSchema.parse(parseYaml(text)),
  }));

describe.each(quizzes)('the quiz $id', ({ id, title, questions }) => {
  test('is in its GIFT file as gift-pegjs reads it', () => {
    const [category, ...gift] = parseGift(readFileSync(`dist/quiz/${id}.gift`, 'utf8'));
    expect(category).toMatchObject({ type: 'Category', title: `Secure Base/${title}` });
    expect(gift).toHaveLength(questions.length);
    questions.forEach((question, at) => {
      const read = gift[at] as MultipleChoice | Matching;
      expect(read.title).toBe(question.id);
      expect(read.stem).toEqual({ format: 'plain', text: question.stem });
      if ('choices' in question) {
        const { choices } = read as MultipleChoice;
        expect(choices.map(({ text, feedback }) => [text.text, feedback?.text])).toEqual(
          question.choices.map((choice) => [asShown(choice), choice.feedback]),
        );
        const isRight = choices.map(({ isCorrect, weight }) => isCorrect || (weight ?? 0) > 0);
        expect(isRight).toEqual(question.choices.map(({ correct }) => correct));
        const gained = choices.reduce((sum, { weight }) => sum + Math.max(0, weight ?? 0), 0);
        if (question.kind === 'several') expect(gained).toBeCloseTo(100, 2);
      } else {
        const { matchPairs } = read as Matching;
        expect(
          matchPairs.map(({ subquestion, subanswer }) => [subquestion.text, subanswer]),
        ).toEqual(
          question.kind === 'match'
            ? question.pairs.map(({ left, right }) => [left, right])
            : question.items.map(({ text }, place) => [String(place + 1), text]),
        );
      }
      expect(read.globalFeedback?.text).toContain('Read again:');
    });
  });

  test('is in its Anki file, under header lines that Anki documents', () => {
    const text = readFileSync(`dist/quiz/${id}.anki.txt`, 'utf8');
    const head = text.split('\n').filter((line) => line.startsWith('#'));
    const known = /^#(separator|html|notetype|deck|columns|guid column|tags column):\S/;
    for (const line of head) expect(line).toMatch(known);
    expect(text.startsWith(head.join('\n'))).toBe(true);

    const notes = parseCsv(text, { delimiter: '\t', comment: '#', quote: null }) as string[][];
    expect(notes).toHaveLength(questions.length);
    questions.forEach((question, at) => {
      const [guid, front = '', back = '', tags] = notes[at] ?? [];
      expect(guid).toBe(`secure-base-${question.id}`);
      expect(tags?.split(' ')).toContain(id);
      expect(plain(front)).toContain(question.stem);
      const shown = 'choices' in question ? question.choices.map(asShown) : textsOf(question);
      for (const part of shown) expect(plain(front)).toContain(part);
      const [right = ''] = back.split('Not right:');
      for (const part of rightOf(question)) expect(plain(right)).toContain(part);
    });
  });

  test('is in its QTI package, with every file that the manifest names', () => {
    const files = unzipSync(readFileSync(`dist/quiz/${id}.qti.zip`));
    const read = (name: string) => strFromU8(files[name] ?? new Uint8Array());
    const named = [...read('imsmanifest.xml').matchAll(/<file href="([^"]+)"/g)].map(
      ([, href]) => href,
    );
    expect(named.toSorted()).toEqual(
      Object.keys(files)
        .filter((name) => name !== 'imsmanifest.xml')
        .toSorted(),
    );
    expect(read('imsmanifest.xml')).toContain('<schemaversion>3.0.0</schemaversion>');
    const items = [...read('test.xml').matchAll(/<qti-assessment-item-ref identifier="([^"]+)"/g)];
    expect(items.map(([, item]) => item)).toEqual(questions.map((question) => question.id));
  });

  test('is on its worksheet, and the key gives the right answers', () => {
    const html = readFileSync(`dist/quiz/worksheet/${id}/index.html`, 'utf8');
    const sheets = [
      ...html.matchAll(
        /<li class="sb-worksheet-question">.*?(?=<li class="sb-worksheet-question">|<\/section>)/gs,
      ),
    ];
    const keys = [
      ...html.slice(html.indexOf('sb-worksheet-answers')).matchAll(/<b>\s*\d+\. ([^<]+?)\s*<\/b>/g),
    ];
    expect(sheets).toHaveLength(questions.length);
    questions.forEach((question, at) => {
      const sheet = sheets[at]?.[0] ?? '';
      expect(plain(sheet)).toContain(question.stem);
      const options = new Map(
        [...sheet.matchAll(/<b>([A-H])<\/b>\s*<span>(.*?)<\/span>/gs)].map(
          ([, letter = '', text = '']) => [letter, plain(text)] as const,
        ),
      );
      const chosen = (keys[at]?.[1] ?? '').split(', ').map((key) => options.get(key.slice(-1)));
      const right =
        question.kind === 'match' ? question.pairs.map((pair) => pair.right) : rightOf(question);
      if (question.kind === 'several') expect(chosen.toSorted()).toEqual(right.toSorted());
      else expect(chosen).toEqual(right);
    });
  });
});

type Question = (typeof quizzes)[number]['questions'][number];

function asShown(choice: { text: string; verdict?: boolean }): string {
  if (choice.verdict === undefined) return choice.text;
  return `${choice.verdict ? 'True' : 'False'}, ${choice.text}`;
}

function textsOf(question: Question): string[] {
  if (question.kind === 'match') return question.pairs.flatMap(({ left, right }) => [left, right]);
  return question.kind === 'order' ? question.items.map(({ text }) => text) : [];
}

function rightOf(question: Question): string[] {
  if (question.kind === 'match')
    return question.pairs.map(({ left, right }) => `${left} → ${right}`);
  if (question.kind === 'order') return question.items.map(({ text }) => text);
  return question.choices.filter(({ correct }) => correct).map(asShown);
}

/** The text of an HTML fragment. */
function plain(html: string): string {
  return textOf(parseHtml(html)).replace(/\s+/g, ' ').trim();
}
