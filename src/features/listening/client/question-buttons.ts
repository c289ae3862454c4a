import { addStyle, toButton } from '../../../lib/dom.ts';
import { t } from '../../../lib/i18n/t.ts';
import { isQuestion } from '../../../lib/text/format.ts';
import style from './question-buttons.css?inline';

/** Adds a button to each heading that is a question, which reads from that heading. */
export function addQuestionButtons(listen: (from: HTMLElement) => Promise<void>): void {
  addStyle(style);
  for (const heading of document.querySelectorAll<HTMLElement>('.sb-heading > :is(h2, h3)')) {
    const question = heading.textContent.trim();
    if (!isQuestion(question)) continue;
    const button = toButton(t('listening.listen'), () => void listen(heading), 'sb-listen-here');
    button.setAttribute('aria-label', t('listening.listenTo', { heading: question }));
    heading.parentElement?.append(button);
  }
}
