/**
 * Offers to read the page aloud where the device has a voice of its own for the page's language.
 * Network voices are not used: the text would leave the device.
 */
export function offerListening(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-listen]');
  if (!button || !('speechSynthesis' in window)) return;
  const show = () => {
    if (!button.hidden || localVoices().length === 0) return;
    button.hidden = false;
    button.addEventListener('click', () => void listen());
    if (button.dataset['listen'] === 'each')
      import('./each.ts').then(
        ({ offerEach }) => offerEach(listen),
        () => undefined,
      );
  };
  speechSynthesis.onvoiceschanged = show;
  show();
}

/** Voices of the device for the page's language. */
function localVoices(): SpeechSynthesisVoice[] {
  const [language = ''] = document.documentElement.lang.split('-');
  return speechSynthesis
    .getVoices()
    .filter(({ localService, lang }) => localService && lang.split(/[-_]/)[0] === language);
}

/** Opens the player and reads from a heading on, or from where the reader stopped. */
async function listen(from?: HTMLElement): Promise<void> {
  const { openPlayer } = await import('./player.ts');
  openPlayer(localVoices(), from);
}
