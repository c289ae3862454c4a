import { t } from '../../../lib/i18n/t.ts';

/** Most characters of one utterance: long ones are cut off by some speech engines. */
const longest = 220;

/**
 * Text as a person would read it aloud: "r = .25" as "r equals 0.25", "58%" as "58 per cent",
 * "2–7" as "2 to 7". Brackets that hold nothing but a citation's year go.
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

/** Text in utterances of whole sentences, each short enough for any speech engine. */
export function toUtterances(text: string): string[] {
  return toSpeech(text)
    .split(/(?<=[.!?]["”’)]*)\s+(?=["“‘(]?[\p{Lu}\d])/u)
    .flatMap(breakLong)
    .filter(Boolean);
}

/** A sentence in parts at its commas or, failing those, its spaces. */
function breakLong(sentence: string): string[] {
  if (sentence.length <= longest) return [sentence];
  const head = sentence.slice(0, longest);
  const at = Math.max(head.lastIndexOf(', '), head.lastIndexOf('; '), head.lastIndexOf(': '));
  const cut = at > longest / 3 ? at + 1 : head.lastIndexOf(' ');
  if (cut <= 0) return [sentence];
  return [sentence.slice(0, cut).trim(), ...breakLong(sentence.slice(cut).trim())];
}
