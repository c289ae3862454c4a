import { stemOf } from './lexicon.ts';
import { normalise, splitWords } from './words.ts';

/** Most words and phrases that are carried along, and their most characters. */
const most = 8;
const longest = 60;

/** A stretch of text to mark. */
export interface Range {
  start: number;
  end: number;
}

/** The value of the parameter for words and phrases that were found. */
export function formatFound(phrases: readonly string[]): string {
  return [...new Set(phrases)].slice(0, most).join(',');
}

/** The phrases in the parameter's value, each as the stems of its words. */
export function parseFound(value: string): string[][] {
  return value
    .split(',')
    .slice(0, most)
    .map((phrase) => splitWords(phrase.slice(0, longest)).map(stemOf))
    .filter((stems) => stems.length > 0);
}

/** Where a text has one of the phrases, in order and without overlap. */
export function findPhrases(text: string, phrases: readonly string[][]): Range[] {
  const words = [
    ...text.matchAll(/[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+|(?<=\d)[.,](?=\d)\d+)*/gu),
  ].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    stem: stemOf(normalise(match[0]).replace(/'s$/, '').replace(/['.,]/g, '')),
  }));
  const ranges: Range[] = [];
  for (let at = 0; at < words.length; at++) {
    const phrase = phrases.find((stems) => stems.every((stem, i) => words[at + i]?.stem === stem));
    const last = phrase && words[at + phrase.length - 1];
    const first = words[at];
    if (!first || !last) continue;
    ranges.push({ start: first.start, end: last.end });
    at += phrase.length - 1;
  }
  return ranges;
}
