import { t } from '../../../lib/i18n/t.ts';

/**
 * Offers to read the page aloud where the device has a voice of its own for the page's language.
 * A voice that works over the network is no voice for us: the text would leave the device.
 */
export function offerListening(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-listen]');
  if (!button || !('speechSynthesis' in window)) return;
  const show = () => {
    if (!button.hidden || localVoices().length === 0) return;
    button.hidden = false;
    button.addEventListener('click', () => void listen());
    if (button.dataset['listen'] === 'each') offerEach();
  };
  speechSynthesis.onvoiceschanged = show;
  show();
}

/** Voices of the device for the page's language. */
export function localVoices(): SpeechSynthesisVoice[] {
  const [language = ''] = document.documentElement.lang.split('-');
  return speechSynthesis
    .getVoices()
    .filter(({ localService, lang }) => localService && lang.split(/[-_]/)[0] === language);
}

/** A control at each question of the page. */
function offerEach(): void {
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

/** Opens the player and reads from a heading on, or from where the reader stopped. */
async function listen(from?: HTMLElement): Promise<void> {
  const { openPlayer } = await import('./player.ts');
  openPlayer(localVoices(), from);
}
