import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import type { Drawing } from '../../../src/features/figures/model/chart.ts';
import { readFigureText } from '../../../src/features/figures/model/words.ts';
import { textSize, textWidth } from '../../../src/features/figures/model/wrap-text.ts';

/** A figure's words without words.yaml, so that a test depends on no wording of the guide. */
export function wordsOf(id: string, words: Record<string, string>) {
  return readFigureText(id, { caption: '', words, narrow: {} });
}

/** Words of the charts that their layouts need. */
export const words = {
  ages: wordsOf('ages', {
    birth: 'birth',
    months: '{{number}}\u00a0m',
    years: '{{number}}\u00a0y',
    fromBirth: 'from birth to {{to}}',
    fromTo: 'from {{from}} to {{to}}',
  }),
  culture: wordsOf('culture', {
    secure: 'Secure',
    avoidant: 'Avoidant',
    resistant: 'Resistant',
    samplesOf: '{{samples}} samples, {{infants}} infants',
    infantsOf: '{{infants}} infants',
    everyCountry: 'all',
    countries_one: '{{count}} country',
    countries_other: '{{count}} countries',
  }),
  evidence: wordsOf('evidence-strength', {
    none: 'next\nto none',
    small: 'small',
    medium: 'medium',
    strong: 'strong',
    stretch: '{{count}} {{word}}',
    noStretch: 'no {{word}}',
    noIntervals: 'no intervals',
  }),
  prevalence: wordsOf('prevalence', {
    half: 'half',
    rest: 'The rest: {{others}}',
    notGiven: 'not given',
    notStated: 'not stated {{percent}}',
    answer: '{{label}}: {{secure}}.',
  }),
};

/** What is drawn: the elements of a drawing that a selector names, in order. */
export function drawn({ body }: Pick<Drawing, 'body'>, selector: string): Element[] {
  return selectAll(selector, fromHtml(`<svg>${body}</svg>`, { fragment: true }));
}

/** An attribute of an element as a number. */
export function sizeOf({ properties }: Element, name: string): number {
  return Number(properties[name]);
}

/** The text of an element, its lines joined by a space. */
export function saidIn({ children }: Element): string {
  return children.map((child) => toString(child)).join(' ');
}

/** The texts of a drawing with the place and the width of each of their lines. */
export function linesOf(drawing: Drawing) {
  return drawn(drawing, 'text').flatMap((text) => {
    const leading = sizeOf((text.children[1] as Element | undefined) ?? text, 'dy');
    return text.children.map((line, at) => ({
      x: sizeOf(text, 'x'),
      y: sizeOf(text, 'y') + (at > 0 ? at * leading : 0),
      width: textWidth(toString(line)) * textSize,
      anchor: text.properties['textAnchor'],
      text: toString(line),
    }));
  });
}
