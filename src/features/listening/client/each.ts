import { element } from '../../../lib/dom.ts';
import { t } from '../../../lib/i18n/t.ts';

/** Puts a control at each question of the page, which reads from there on. */
export function offerEach(listen: (from: HTMLElement) => Promise<void>): void {
  for (const heading of document.querySelectorAll<HTMLElement>('.sb-heading > :is(h2, h3)')) {
    if (!/[?？؟]$/.test(heading.textContent.trim())) continue;
    const label = t('listening.listenTo', { heading: heading.textContent.trim() });
    const look = { type: 'button', class: 'sb-listen-here', 'aria-label': label };
    const button = element('button', look, t('listening.listen'));
    button.addEventListener('click', () => void listen(heading));
    heading.parentElement?.append(button);
  }
}
