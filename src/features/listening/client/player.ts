import { formatNumber } from '../../../lib/i18n/format.ts';
import { t } from '../../../lib/i18n/t.ts';
import { addStyle, element } from '../../../lib/dom.ts';
import { createStore } from '../../../lib/storage/store.ts';
import { toUtterances } from '../model/speakable.ts';
import style from './listening.css?inline';
import { type Passage, readPassages } from './passages.ts';

const rates = [0.75, 0.9, 1, 1.15, 1.3, 1.5, 1.75, 2];

const store = createStore('listening', toSettings, () => localStorage);

let open: ((from?: HTMLElement) => void) | undefined;

/** Shows the player and reads from a heading, or from where the reader stopped on this page. */
export function openPlayer(voices: SpeechSynthesisVoice[], from?: HTMLElement): void {
  open ??= createPlayer(voices);
  open(from);
}

/** Creates the player and returns a function that opens it. Pausing cancels speech: some platforms cannot pause. */
function createPlayer(voices: SpeechSynthesisVoice[]): (from?: HTMLElement) => void {
  const passages = readPassages(document);
  const { lang } = document.documentElement;
  /** The device's default voice, or one for the page's exact language tag. */
  const defaultVoice =
    voices.find((voice) => voice.default) ??
    voices.find((voice) => voice.lang.replace('_', '-') === lang) ??
    voices[0];
  const settings = store.read() ?? toSettings({});
  let at = 0;
  let playing = false;
  /** Number of the current utterance; events of cancelled utterances have an older one. */
  let current = 0;

  const play = iconButton(t('listening.pause'), icons.pause, () => (playing ? stop() : start()));
  const speeds = rates.map((rate): Choice => [String(rate), `${formatNumber(rate)}×`]);
  const names = voices.map(({ voiceURI, name }): Choice => [voiceURI, name]);
  const bar = element(
    'section',
    { class: 'sb-player', 'aria-label': t('listening.player') },
    iconButton(t('listening.previous'), icons.back, () => move(-1)),
    play,
    iconButton(t('listening.next'), icons.next, () => move(1)),
    select(t('listening.speed'), speeds, String(settings.rate), (rate) =>
      restart({ rate: Number(rate) }),
    ),
    select(
      t('listening.voice'),
      [['', t('listening.ownVoice')], ...names],
      settings.voice,
      (voice) => restart({ voice }),
    ),
    iconButton(t('listening.close'), icons.close, close),
  );
  addStyle(style);
  addEventListener('pagehide', stop);

  return (from) => {
    const first = from && passages.findIndex((passage) => passage.element === from);
    const stopped = settings.path === location.pathname ? settings.passage : 0;
    at = Math.min(first ?? stopped, passages.length - 1);
    document.body.append(bar);
    document.body.classList.add('sb-listens');
    start();
    play.focus({ preventScroll: true });
  };

  function close(): void {
    stop();
    mark(undefined);
    bar.remove();
    document.body.classList.remove('sb-listens');
    document.querySelector<HTMLElement>('[data-listen]')?.focus();
  }

  function start(): void {
    setPlaying(true);
    speak(0);
  }

  function stop(): void {
    current += 1;
    speechSynthesis.cancel();
    setPlaying(false);
    save();
  }

  /** Makes the play button play or pause. */
  function setPlaying(isPlaying: boolean): void {
    playing = isPlaying;
    play.setAttribute('aria-label', playing ? t('listening.pause') : t('listening.play'));
    play.querySelector('path')?.setAttribute('d', playing ? icons.pause : icons.play);
  }

  /** Starts the passage again, with another voice or speed where one was chosen. */
  function restart(choice: Partial<typeof settings> = {}): void {
    Object.assign(settings, choice);
    save();
    if (playing) speak(0);
  }

  function move(by: number): void {
    at = Math.max(0, Math.min(passages.length - 1, at + by));
    restart();
    if (!playing) mark(passages[at]);
  }

  /** Speaks the current passage from an utterance (0 is its first), then the next passage. */
  function speak(index: number): void {
    current += 1;
    const own = current;
    const passage = passages[at];
    if (!passage) return;
    if (index === 0) {
      speechSynthesis.cancel();
      mark(passage);
      save();
    }
    const text = toUtterances(passage.text)[index];
    if (text === undefined) return advance();
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.lang = lang;
    utterance.rate = settings.rate;
    utterance.voice =
      voices.find(({ voiceURI }) => voiceURI === settings.voice) ?? defaultVoice ?? null;
    utterance.addEventListener('end', () => own === current && speak(index + 1));
    utterance.addEventListener('error', () => own === current && stop());
    speechSynthesis.speak(utterance);
  }

  function advance(): void {
    if (at + 1 < passages.length) {
      at += 1;
      speak(0);
      return;
    }
    at = 0;
    stop();
    mark(undefined);
  }

  function mark(passage: Passage | undefined): void {
    document.querySelector('.sb-spoken')?.classList.remove('sb-spoken');
    if (!passage) return;
    passage.element.classList.add('sb-spoken');
    const { top, bottom } = passage.element.getBoundingClientRect();
    const visibleHeight = innerHeight - bar.offsetHeight;
    if (top < 0 || bottom > visibleHeight) passage.element.scrollIntoView({ block: 'center' });
  }

  function save(): void {
    store.write({ ...settings, path: location.pathname, passage: at });
  }
}

const icons = {
  back: 'M17 5v14l-9-7zM6 5h2v14H6z',
  next: 'M7 5v14l9-7zM16 5h2v14h-2z',
  play: 'M7 4v16l13-8z',
  pause: 'M6 4h4v16H6zM14 4h4v16h-4z',
  close: 'M6 5l13 13-1.5 1.5L4.5 6.5zM19 6.5L6.5 19.5 5 18 17.5 5z',
};

function iconButton(name: string, icon: string, act: () => void): HTMLButtonElement {
  const button = element('button', { type: 'button', 'aria-label': name });
  button.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${icon}"/></svg>`;
  button.addEventListener('click', act);
  return button;
}

type Choice = [value: string, text: string];

function select(name: string, options: Choice[], value: string, choose: (value: string) => void) {
  const field = element('select');
  field.append(...options.map(([one, text]) => new Option(text, one, false, one === value)));
  field.addEventListener('change', () => choose(field.value));
  return element('label', {}, `${name} `, field);
}

/** Reads the settings and the position stored on the device. */
function toSettings(json: unknown) {
  const { rate, voice, path, passage } = (json ?? {}) as Record<string, unknown>;
  return {
    rate: rates.find((one) => one === rate) ?? 1,
    /** URI of the chosen voice; empty for the default voice. */
    voice: typeof voice === 'string' ? voice : '',
    /** Path of the last page, and the index of the passage where reading stopped. */
    path: typeof path === 'string' ? path : '',
    passage: Number.isInteger(passage) ? Math.max(0, Number(passage)) : 0,
  };
}
