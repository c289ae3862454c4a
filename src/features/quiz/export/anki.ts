import { t } from '../../../lib/i18n/t.ts';
import { site } from '../../../site/site.ts';
import { askedTo, readOn, type QuestionView, type QuizView } from '../model/view.ts';
import { solution } from '../model/answers.ts';
import { shuffledOrder } from '../model/shuffle.ts';
import { escapeXml } from './qti.ts';

/**
 * A quiz as a text file that Anki imports (2.1.55 or later): header lines, then one note a line
 * with id, front, back and tags parted by tabs. The id keeps a second import from doubling notes.
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

function front(question: QuestionView): string {
  const { kind, id, stem, parts, rights } = question;
  const shown = shuffledOrder(parts.length, 0, id);
  const asked = `<p>${line(stem)}</p><p><i>${line(askedTo[kind])}</i></p>`;
  if (kind !== 'match')
    return (
      asked +
      list(
        'ul',
        shown.map((at) => line(parts[at]?.text ?? '')),
      )
    );
  const lefts = list(
    'ul',
    parts.map(({ text }) => line(text)),
  );
  return `${asked}${lefts}<p>${t('quiz.export.with')}</p>${list(
    'ul',
    shown.map((at) => line(rights[at] ?? '')),
  )}`;
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
    `<p><small>${line(readOn(question, title))}</small></p>`,
  ].join('');
}

function list(name: 'ul' | 'ol', items: string[]): string {
  return `<${name}>${items.map((item) => `<li>${item}</li>`).join('')}</${name}>`;
}

/** Text as HTML on one line; a tab or a line break would end the field. */
function line(text: string): string {
  return escapeXml(text.replace(/\s+/g, ' '));
}
