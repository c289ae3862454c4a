import { t } from '../../../lib/i18n/t.ts';

/** Maximum characters of an utterance: some speech engines cut off long ones. */
const maxLength = 220;

/**
 * Rewrites text as a person would read it aloud: "r = .25" as "r equals 0.25", "58%" as "58 per cent",
 * "2–7" as "2 to 7". Leaves out years of citations in brackets.
 */
export function toSpeech(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/ ?\((?:1[89]|20)\d\d[a-z]?(?:\/\d{4})?\)/g, '')
    .replace(
      /\b(r|d|g|k|n|N|p)\s*([=<>≤≥])\s*([−-]?)(?=[.\d])/g,
      (_, name: string, sign: string, minus) =>
        `${name} ${comparison(sign)} ${minus ? `${t('listening.minus')} ` : ''}`,
    )
    .replace(/(^|[^\d])\.(\d)/g, '$10.$2')
    .replace(/−(?=\d)/g, `${t('listening.minus')} `)
    .replace(/(\d)\s*[–-]\s*(?=\d)/g, `$1 ${t('listening.to')} `)
    .replace(/(\d)\s?%/g, `$1 ${t('listening.perCent')}`)
    .replace(/\be\.g\.,?/g, t('listening.forExample'))
    .replace(/\bi\.e\.,?/g, t('listening.thatIs'))
    .replace(/\bet al\./g, t('listening.andOthers'))
    .replace(/\s*&\s*/g, ` ${t('listening.and')} `)
    .replace(/ ([,.;:!?])/g, '$1')
    .trim();
}

function comparison(sign: string): string {
  if (sign === '=') return t('listening.equals');
  if (sign === '<') return t('listening.lessThan');
  if (sign === '>') return t('listening.moreThan');
  return sign === '≤' ? t('listening.atMost') : t('listening.atLeast');
}

/** Splits text into utterances of whole sentences, each short enough for any speech engine. */
export function toUtterances(text: string): string[] {
  return toSpeech(text)
    .split(/(?<=[.!?]["”’)]*)\s+(?=["“‘(]?[\p{Lu}\d])/u)
    .flatMap(splitLong)
    .filter(Boolean);
}

/** Splits a long sentence at its commas or, without any, at its spaces. */
function splitLong(sentence: string): string[] {
  if (sentence.length <= maxLength) return [sentence];
  const head = sentence.slice(0, maxLength);
  const at = Math.max(head.lastIndexOf(', '), head.lastIndexOf('; '), head.lastIndexOf(': '));
  const cut = at > maxLength / 3 ? at + 1 : head.lastIndexOf(' ');
  if (cut <= 0) return [sentence];
  return [sentence.slice(0, cut).trim(), ...splitLong(sentence.slice(cut).trim())];
}
