/**
 * Shows the button that reads the page aloud, where the device has a local voice for the page's language.
 * Network voices are not used: they would send the text to a server.
 */
export function showListenButton(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-listen]');
  if (!button || !('speechSynthesis' in window)) return;
  const show = () => {
    if (!button.hidden || localVoices().length === 0) return;
    button.hidden = false;
    button.addEventListener('click', () => void listen());
    if (button.dataset['listen'] === 'each')
      import('./question-buttons.ts').then(
        ({ addQuestionButtons }) => addQuestionButtons(listen),
        () => undefined,
      );
  };
  speechSynthesis.onvoiceschanged = show;
  show();
}

function localVoices(): SpeechSynthesisVoice[] {
  const [language = ''] = document.documentElement.lang.split('-');
  return speechSynthesis
    .getVoices()
    .filter(({ localService, lang }) => localService && lang.split(/[-_]/)[0] === language);
}

/** Opens the player and reads from a heading, or from where the reader stopped. */
async function listen(from?: HTMLElement): Promise<void> {
  const { openPlayer } = await import('./player.ts');
  openPlayer(localVoices(), from);
}
