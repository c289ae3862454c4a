import { site } from '../../../site/site.ts';
import {
  instructions,
  formatExplanation,
  hasPositions,
  formatSource,
  type QuestionView,
  type QuizView,
} from '../model/view.ts';
import { t } from '../../../lib/i18n/t.ts';
import { solution } from '../model/answers.ts';
import { shuffledOrder } from '../model/shuffle.ts';
import { escapeHtml } from '../../../lib/text/html.ts';

/**
 * A quiz in Moodle's GIFT format, in a category with the quiz's title. GIFT has no ordering: it becomes
 * a matching of positions with items. In "several", the right choices share 100 % and the distractors
 * −100 %.
 * @see https://docs.moodle.org/en/GIFT_format
 */
export function formatGift({ title, questions }: QuizView): string {
  const category = `$CATEGORY: ${site.name}/${title.replaceAll('/', '-')}`;
  const written = questions.map((question) => {
    const lines = hasPositions(question.kind) ? formatPairs(question) : formatChoices(question);
    return [
      `::${escapeGift(question.id)}::[plain]${escapeGift(question.stem)} {`,
      ...lines.map((line) => `\t${line}`),
      `\t####${escapeGift(formatExplanation(question, title))}`,
      '}',
    ].join('\n');
  });
  return `${[category, ...written].join('\n\n')}\n`;
}

function formatChoices({ kind, parts }: QuestionView): string[] {
  const right = parts.filter((part) => part.right).length;
  return parts.map((part) => {
    const several = `~%${part.right ? percent(right) : `-${percent(parts.length - right)}`}%`;
    const sign = kind === 'several' ? several : part.right ? '=' : '~';
    return `${sign}${escapeGift(part.text)}#${escapeGift(part.feedback)}`;
  });
}

function formatPairs({ kind, parts, rights }: QuestionView): string[] {
  return parts.map(({ text }, at) => {
    const [left, right] = kind === 'order' ? [String(at + 1), text] : [text, rights[at] ?? ''];
    return `=${escapeGift(left)} -> ${escapeGift(right)}`;
  });
}

/** 100 divided by `parts`, with up to five decimals, the precision of Moodle's grade fractions. */
function percent(parts: number): string {
  return String(Number((100 / parts).toFixed(5)));
}

/** Escapes GIFT's control characters and joins lines. */
function escapeGift(text: string): string {
  return text.replace(/[\\~=#{}:]/g, '\\$&').replace(/\s*\n\s*/g, ' ');
}

/**
 * A quiz as a text file for import into Anki 2.1.55 or later: header lines, then one note per line
 * with tab-separated id, front, back and tags. The id prevents duplicates when imported again.
 * @see https://docs.ankiweb.net/importing/text-files.html
 */
export function formatAnki({ id, title, questions }: QuizView): string {
  const head = [
    '#separator:tab',
    '#html:true',
    '#notetype:Basic',
    `#deck:${site.name}::${title.replaceAll('::', ':')}`,
    '#columns:ID\tFront\tBack\tTags',
    '#guid column:1',
    '#tags column:4',
  ];
  const notes = questions.map((question) =>
    [
      `${site.id}-${question.id}`,
      front(question),
      back(question, title),
      `${site.id} ${id} ${question.kind}`,
    ].join('\t'),
  );
  return `${[...head, ...notes].join('\n')}\n`;
}

function front({ kind, id, stem, parts, rights }: QuestionView): string {
  const texts = parts.map(({ text }) => line(text));
  const options = kind === 'match' ? rights.map(line) : texts;
  const shown = shuffledOrder(parts.length, 0, id).map((at) => options[at] ?? '');
  const lefts = kind === 'match' ? `${list('ul', texts)}<p>${t('quiz.export.with')}</p>` : '';
  return `<p>${line(stem)}</p><p><i>${line(instructions[kind])}</i></p>${lefts}${list('ul', shown)}`;
}

function back(question: QuestionView, title: string): string {
  const { kind, parts, rights } = question;
  const key = solution(question);
  const answers = key.map((at) => {
    const { text = '', feedback = '' } = parts[at] ?? {};
    const right = rights[at] ? ` → ${rights[at]}` : '';
    return `<b>${line(text + right)}</b><br>${line(feedback)}`;
  });
  const wrong = parts.filter((_, at) => !key.includes(at));
  const others = wrong.map(({ text, feedback }) => `${line(text)}<br>${line(feedback)}`);
  return [
    list(kind === 'order' ? 'ol' : 'ul', answers),
    others.length > 0 ? `<p>${t('quiz.export.others')}</p>${list('ul', others)}` : '',
    `<p><small>${line(formatSource(question, title))}</small></p>`,
  ].join('');
}

function list(name: 'ul' | 'ol', items: string[]): string {
  return `<${name}>${items.map((item) => `<li>${item}</li>`).join('')}</${name}>`;
}

/** Text as HTML on one line, because tabs and line breaks are Anki's separators. */
function line(text: string): string {
  return escapeHtml(text.replace(/\s+/g, ' '));
}

/** Printed parts of a question, and its key for the page of answers; the same in every build. */
export function toWorksheet(question: QuestionView) {
  const { id, kind, parts, rights } = question;
  const order = shuffledOrder(parts.length, 0, id);
  const texts = parts.map(({ text }) => text);
  const shown = kind === 'match' ? rights : texts;
  const right = solution(question);
  const letters = right.map((at) => {
    const letter = letterAt(order.indexOf(at));
    return kind === 'match' ? `${String(at + 1)} ${letter}` : letter;
  });
  const onPaper = { order: t('quiz.worksheet.order'), match: t('quiz.worksheet.match') };
  return {
    instruction: { ...instructions, ...onPaper }[kind],
    /** Left sides of pairs, printed with numbers from 1; empty for other kinds. */
    prompts: kind === 'match' ? texts : [],
    /** Choices, items or right sides, shuffled. */
    options: order.map((at, position) => ({ letter: letterAt(position), text: shown[at] ?? '' })),
    /** The right letters: "B", "A, C", for an ordering "C, A, B", for pairs "1 B, 2 A". */
    key: (kind === 'several' ? letters.toSorted() : letters).join(', '),
    /** Feedback of each right answer, in the key's order. */
    why: right.map((at) => parts[at]?.feedback ?? ''),
  };
}

function letterAt(position: number): string {
  return String.fromCodePoint(65 + position);
}
