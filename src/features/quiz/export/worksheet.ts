import { t } from '../../../lib/i18n/t.ts';
import { askedTo, type QuestionView, type QuizView } from '../model/view.ts';
import { solution } from '../model/answers.ts';
import { shuffledOrder } from '../model/shuffle.ts';

/** A question as it is printed, with its key for the page of answers. */
export interface WorksheetQuestion {
  number: number;
  stem: string;
  /** What to do, such as "Choose one". */
  asked: string;
  kind: QuestionView['kind'];
  /** Left sides of pairs, numbered from 1; empty for other kinds. */
  prompts: string[];
  /** Choices, items or right sides, shuffled and lettered from A. */
  options: { letter: string; text: string }[];
  /** The right letters: "B", "A, C", in order "C, A, B", or pairs "1 B, 2 A". */
  key: string;
  /** Why: what to say of each right answer, in the key's order. */
  why: string[];
}

/** A quiz as a worksheet; the same quiz always gives the same letters. */
export function toWorksheet({ questions }: QuizView): WorksheetQuestion[] {
  return questions.map((question, index) => {
    const { id, kind, stem, parts, rights } = question;
    const order = shuffledOrder(parts.length, 0, id);
    const texts = kind === 'match' ? rights : parts.map(({ text }) => text);
    const options = order.map((at, place) => ({ letter: letter(place), text: texts[at] ?? '' }));
    const letterOf = (at: number) => letter(order.indexOf(at));
    const right = solution(question);
    const letters = right.map((at) =>
      kind === 'match' ? `${String(at + 1)} ${letterOf(at)}` : letterOf(at),
    );
    return {
      number: index + 1,
      stem,
      asked:
        kind === 'order'
          ? t('quiz.worksheet.order')
          : kind === 'match'
            ? t('quiz.worksheet.match')
            : askedTo[kind],
      kind,
      prompts: kind === 'match' ? parts.map(({ text }) => text) : [],
      options,
      key: (kind === 'several' ? letters.toSorted() : letters).join(', '),
      why: right.map((at) => parts[at]?.feedback ?? ''),
    };
  });
}

function letter(place: number): string {
  return String.fromCodePoint(65 + place);
}
