import { type Answer, type Mark as Marking, solution } from '../model/mark.ts';
import { verdictText } from '../model/verdict.ts';
import type { QuestionView } from '../model/view.ts';

interface Props {
  question: QuestionView;
  answer: Answer;
  mark: Marking;
}

/** What a reader is told on checking: the verdict, and a word on what they chose. */
export function Feedback({ question, answer, mark }: Props) {
  const { kind, parts } = question;
  const isPlaced = kind === 'order' || kind === 'match';
  const said = isPlaced ? (mark.right ? solution(question) : []) : answer;
  return (
    <>
      <p class={mark.right ? 'sb-verdict sb-verdict-right' : 'sb-verdict'}>
        {verdictText(question, answer, mark)}
      </p>
      {said.map((index) => (
        <p>
          {said.length > 1 && <b>{parts[index]?.text} </b>}
          {parts[index]?.feedback}
        </p>
      ))}
      <p>
        Read again: <a href={question.section.href}>{question.section.text}</a>
      </p>
    </>
  );
}
