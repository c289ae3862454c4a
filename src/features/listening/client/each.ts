import { t } from '../../../lib/i18n/t.ts';

/** Puts a control at each question of the page, which reads from there on. */
export function offerEach(listen: (from: HTMLElement) => Promise<void>): void {
  for (const heading of document.querySelectorAll<HTMLElement>('.sb-heading > :is(h2, h3)')) {
    if (!/[?？؟]$/.test(heading.textContent.trim())) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'sb-listen-here';
    button.textContent = t('listening.listen');
    button.ariaLabel = t('listening.listenTo', { heading: heading.textContent.trim() });
    button.addEventListener('click', () => void listen(heading));
    heading.parentElement?.append(button);
  }
}
