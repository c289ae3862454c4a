import { site } from '../../../site/site.ts';
import { explainAll, readOn, type QuestionView, type QuizView } from '../model/view.ts';

/**
 * A quiz in Moodle's GIFT format, one question after another under a category of the quiz's name.
 * GIFT knows no ordering: an order becomes a matching of places with items. "Several" becomes a
 * question whose right choices share 100 % and whose wrong ones take as much away.
 * @see https://docs.moodle.org/en/GIFT_format
 */
export function formatGift({ title, questions }: QuizView): string {
  const category = `$CATEGORY: ${site.name}/${title.replaceAll('/', '-')}`;
  return `${[category, ...questions.map((question) => formatQuestion(question, title))].join('\n\n')}\n`;
}

function formatQuestion(question: QuestionView, title: string): string {
  const { kind, id, stem } = question;
  const isPlaced = kind === 'order' || kind === 'match';
  const general = isPlaced
    ? `${explainAll(question)} ${readOn(question, title)}`
    : readOn(question, title);
  const lines = isPlaced ? formatPairs(question) : formatChoices(question);
  return [
    `::${escapeGift(id)}::[plain]${escapeGift(stem)} {`,
    ...lines.map((line) => `\t${line}`),
    `\t####${escapeGift(general)}`,
    '}',
  ].join('\n');
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

/** A share of 100 with as many digits as Moodle's list of fractions has. */
function percent(parts: number): string {
  return String(Number((100 / parts).toFixed(5)));
}

/** Escapes what GIFT reads as its own signs. */
function escapeGift(text: string): string {
  return text.replace(/[\\~=#{}:]/g, '\\$&').replace(/\s*\n\s*/g, ' ');
}
