import { formatNumber } from '../../../lib/i18n/format.ts';
import { t } from '../../../lib/i18n/t.ts';
import { addStyle, element } from '../../../lib/dom.ts';
import { createStore } from '../../../lib/storage/store.ts';
import { toUtterances } from '../model/speakable.ts';
import style from './listening.css?inline';
import { type Passage, readPassages } from './passages.ts';

/** What is kept on the device between visits. */
interface Kept {
  rate: number;
  /** Address of the chosen voice; empty for the device's own choice. */
  voice: string;
  /** Path of the page listened to last, and the passage it stopped at. */
  path: string;
  passage: number;
}

const rates = [0.75, 0.9, 1, 1.15, 1.3, 1.5, 1.75, 2];

const store = createStore('listening', toKept, () => localStorage);

let player: Player | undefined;

/** Shows the player, and reads from a heading on, or from where the reader stopped on this page. */
export function openPlayer(voices: SpeechSynthesisVoice[], from?: HTMLElement): void {
  player ??= new Player(voices);
  player.open(from);
}

/** Reads the page's passages one after the other. Pausing cancels speech: some platforms cannot pause. */
class Player {
  private readonly passages = readPassages(document);
  private readonly voices: SpeechSynthesisVoice[];
  private readonly kept = store.read() ?? toKept({});
  private at = 0;
  private playing = false;
  /** Number of the current run; events of cancelled speech carry an older one. */
  private run = 0;

  private readonly bar = element('section', {
    class: 'sb-player',
    'aria-label': t('listening.player'),
  });
  private readonly play = control(t('listening.pause'), icons.pause, () => {
    if (this.playing) this.stop();
    else this.start();
  });

  constructor(voices: SpeechSynthesisVoice[]) {
    addStyle(style);
    this.voices = voices;
    const speeds = rates.map((rate): Choice => [String(rate), `${formatNumber(rate)}×`]);
    const names = voices.map(({ voiceURI, name }): Choice => [voiceURI, name]);
    names.unshift(['', t('listening.ownVoice')]);
    this.bar.append(
      control(t('listening.previous'), icons.back, () => {
        this.move(-1);
      }),
      this.play,
      control(t('listening.next'), icons.next, () => {
        this.move(1);
      }),
      select(t('listening.speed'), speeds, String(this.kept.rate), (rate) => {
        this.kept.rate = Number(rate);
        this.again();
      }),
      select(t('listening.voice'), names, this.kept.voice, (voice) => {
        this.kept.voice = voice;
        this.again();
      }),
      control(t('listening.close'), icons.close, () => {
        this.close();
      }),
    );
    document.body.append(this.bar);
    addEventListener('pagehide', () => {
      this.stop();
    });
  }

  open(from?: HTMLElement): void {
    const start = from && this.passages.findIndex(({ element }) => element === from);
    const stopped = this.kept.path === location.pathname ? this.kept.passage : 0;
    this.at = Math.min(start ?? stopped, this.passages.length - 1);
    this.bar.hidden = false;
    document.body.classList.add('sb-listens');
    this.start();
    this.play.focus({ preventScroll: true });
  }

  private close(): void {
    this.stop();
    this.mark(undefined);
    this.bar.hidden = true;
    document.body.classList.remove('sb-listens');
    document.querySelector<HTMLElement>('[data-listen]')?.focus();
  }

  private start(): void {
    this.playing = true;
    this.label();
    this.speak(0);
  }

  private stop(): void {
    this.run += 1;
    this.playing = false;
    speechSynthesis.cancel();
    this.label();
    this.keep();
  }

  /** With another voice or speed, from the start of the passage. */
  private again(): void {
    this.keep();
    if (this.playing) this.speak(0);
  }

  private move(by: number): void {
    this.at = Math.max(0, Math.min(this.passages.length - 1, this.at + by));
    this.keep();
    if (this.playing) this.speak(0);
    else this.mark(this.passages[this.at]);
  }

  /** Speaks the current passage from its nth utterance on, then the next. */
  private speak(nth: number): void {
    this.run += 1;
    const { run } = this;
    const passage = this.passages[this.at];
    if (!passage) return;
    if (nth === 0) {
      speechSynthesis.cancel();
      this.mark(passage);
      this.keep();
    }
    const text = toUtterances(passage.text)[nth];
    if (text === undefined) {
      this.advance();
      return;
    }
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.lang = document.documentElement.lang;
    utterance.rate = this.kept.rate;
    const voice =
      this.voices.find(({ voiceURI }) => voiceURI === this.kept.voice) ?? defaultVoice(this.voices);
    if (voice) utterance.voice = voice;
    utterance.addEventListener('end', () => {
      if (run === this.run) this.speak(nth + 1);
    });
    utterance.addEventListener('error', () => {
      if (run === this.run) this.stop();
    });
    speechSynthesis.speak(utterance);
  }

  private advance(): void {
    if (this.at + 1 >= this.passages.length) {
      this.at = 0;
      this.stop();
      this.mark(undefined);
      return;
    }
    this.at += 1;
    this.speak(0);
  }

  private mark(passage: Passage | undefined): void {
    document.querySelector('.sb-spoken')?.classList.remove('sb-spoken');
    if (!passage) return;
    passage.element.classList.add('sb-spoken');
    const { top, bottom } = passage.element.getBoundingClientRect();
    const room = innerHeight - this.bar.offsetHeight;
    if (top < 0 || bottom > room) passage.element.scrollIntoView({ block: 'center' });
  }

  private label(): void {
    const [name, icon] = this.playing
      ? ([t('listening.pause'), icons.pause] as const)
      : ([t('listening.play'), icons.play] as const);
    this.play.ariaLabel = name;
    this.play.querySelector('path')?.setAttribute('d', icon);
  }

  private keep(): void {
    store.write({ ...this.kept, path: location.pathname, passage: this.at });
  }
}

const icons = {
  back: 'M17 5v14l-9-7zM6 5h2v14H6z',
  next: 'M7 5v14l9-7zM16 5h2v14h-2z',
  play: 'M7 4v16l13-8z',
  pause: 'M6 4h4v16H6zM14 4h4v16h-4z',
  close: 'M6 5l13 13-1.5 1.5L4.5 6.5zM19 6.5L6.5 19.5 5 18 17.5 5z',
};

/** Among the device's voices, its default one, or one for the page's very language. */
function defaultVoice(voices: SpeechSynthesisVoice[]): SpeechSynthesisVoice | undefined {
  const { lang } = document.documentElement;
  return (
    voices.find((voice) => voice.default) ??
    voices.find((voice) => voice.lang.replace('_', '-') === lang) ??
    voices[0]
  );
}

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
  field.addEventListener('change', () => {
    choose(field.value);
  });
  return element('label', {}, `${name} `, field);
}

function toKept(json: unknown): Kept {
  const { rate, voice, path, passage } = (json ?? {}) as Partial<Kept>;
  return {
    rate: rates.find((one) => one === rate) ?? 1,
    voice: typeof voice === 'string' ? voice : '',
    path: typeof path === 'string' ? path : '',
    passage: Number.isInteger(passage) ? Math.max(0, Number(passage)) : 0,
  };
}
