import { formatNumber } from '../../../lib/i18n/format.ts';
import { t } from '../../../lib/i18n/t.ts';
import { addStyle, element } from '../../../lib/dom.ts';
import { createStore } from '../../../lib/storage/store.ts';
import { toUtterances } from '../model/speakable.ts';
import style from './listening.css?inline';
import { type Passage, readPassages } from './passages.ts';

const rates = [0.75, 0.9, 1, 1.15, 1.3, 1.5, 1.75, 2];

const store = createStore('listening', toKept, () => localStorage);

let open: ((from?: HTMLElement) => void) | undefined;

/** Shows the player, and reads from a heading on, or from where the reader stopped on this page. */
export function openPlayer(voices: SpeechSynthesisVoice[], from?: HTMLElement): void {
  open ??= createPlayer(voices);
  open(from);
}

/** Reads the page's passages one after the other. Pausing cancels speech: some platforms cannot pause. */
function createPlayer(voices: SpeechSynthesisVoice[]): (from?: HTMLElement) => void {
  const passages = readPassages(document);
  const { lang } = document.documentElement;
  /** The device's default voice, or one for the page's very language. */
  const ownVoice =
    voices.find((voice) => voice.default) ??
    voices.find((voice) => voice.lang.replace('_', '-') === lang) ??
    voices[0];
  const kept = store.read() ?? toKept({});
  let at = 0;
  let playing = false;
  /** Number of the current run; events of cancelled speech carry an older one. */
  let run = 0;

  const play = control(t('listening.pause'), icons.pause, () => (playing ? stop() : start()));
  const speeds = rates.map((rate): Choice => [String(rate), `${formatNumber(rate)}×`]);
  const names = voices.map(({ voiceURI, name }): Choice => [voiceURI, name]);
  const bar = element(
    'section',
    { class: 'sb-player', 'aria-label': t('listening.player') },
    control(t('listening.previous'), icons.back, () => move(-1)),
    play,
    control(t('listening.next'), icons.next, () => move(1)),
    select(t('listening.speed'), speeds, String(kept.rate), (rate) =>
      again({ rate: Number(rate) }),
    ),
    select(t('listening.voice'), [['', t('listening.ownVoice')], ...names], kept.voice, (voice) =>
      again({ voice }),
    ),
    control(t('listening.close'), icons.close, close),
  );
  addStyle(style);
  addEventListener('pagehide', stop);

  return (from) => {
    const first = from && passages.findIndex((passage) => passage.element === from);
    const stopped = kept.path === location.pathname ? kept.passage : 0;
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
    show(true);
    speak(0);
  }

  function stop(): void {
    run += 1;
    speechSynthesis.cancel();
    show(false);
    keep();
  }

  /** What the button does that plays and pauses. */
  function show(isPlaying: boolean): void {
    playing = isPlaying;
    play.setAttribute('aria-label', playing ? t('listening.pause') : t('listening.play'));
    play.querySelector('path')?.setAttribute('d', playing ? icons.pause : icons.play);
  }

  /** From the start of the passage, with another voice or speed where one is chosen. */
  function again(choice: Partial<typeof kept> = {}): void {
    Object.assign(kept, choice);
    keep();
    if (playing) speak(0);
  }

  function move(by: number): void {
    at = Math.max(0, Math.min(passages.length - 1, at + by));
    again();
    if (!playing) mark(passages[at]);
  }

  /** Speaks the current passage from its nth utterance on, then the next. */
  function speak(nth: number): void {
    run += 1;
    const own = run;
    const passage = passages[at];
    if (!passage) return;
    if (nth === 0) {
      speechSynthesis.cancel();
      mark(passage);
      keep();
    }
    const text = toUtterances(passage.text)[nth];
    if (text === undefined) {
      advance();
      return;
    }
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.lang = lang;
    utterance.rate = kept.rate;
    utterance.voice = voices.find(({ voiceURI }) => voiceURI === kept.voice) ?? ownVoice ?? null;
    utterance.addEventListener('end', () => own === run && speak(nth + 1));
    utterance.addEventListener('error', () => own === run && stop());
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
    const room = innerHeight - bar.offsetHeight;
    if (top < 0 || bottom > room) passage.element.scrollIntoView({ block: 'center' });
  }

  function keep(): void {
    store.write({ ...kept, path: location.pathname, passage: at });
  }
}

const icons = {
  back: 'M17 5v14l-9-7zM6 5h2v14H6z',
  next: 'M7 5v14l9-7zM16 5h2v14h-2z',
  play: 'M7 4v16l13-8z',
  pause: 'M6 4h4v16H6zM14 4h4v16h-4z',
  close: 'M6 5l13 13-1.5 1.5L4.5 6.5zM19 6.5L6.5 19.5 5 18 17.5 5z',
};

function control(name: string, icon: string, act: () => void): HTMLButtonElement {
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

/** What is kept on the device between visits. */
function toKept(json: unknown) {
  const { rate, voice, path, passage } = (json ?? {}) as Record<string, unknown>;
  return {
    rate: rates.find((one) => one === rate) ?? 1,
    /** Address of the chosen voice; empty for the device's own choice. */
    voice: typeof voice === 'string' ? voice : '',
    /** Path of the page listened to last, and the passage it stopped at. */
    path: typeof path === 'string' ? path : '',
    passage: Number.isInteger(passage) ? Math.max(0, Number(passage)) : 0,
  };
}
