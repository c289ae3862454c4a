import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import type { Drawing } from '../../../src/features/figures/model/chart.ts';
import { readFigureText } from '../../../src/features/figures/model/words.ts';
import { textSize, textWidth } from '../../../src/features/figures/model/wrap-text.ts';

/** Texts of a figure without words.yaml, so that no test depends on the guide's wording. */
export function wordsOf(id: string, words: Record<string, string>) {
  return readFigureText(id, { caption: '', words, narrow: {} });
}

/** Texts that the layouts of the charts need. */
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

/** Elements of a drawing that match a selector, in document order. */
export function elementsIn({ body }: Pick<Drawing, 'body'>, selector: string): Element[] {
  return selectAll(selector, fromHtml(`<svg>${body}</svg>`, { fragment: true }));
}

/** Value of a numeric attribute. */
export function sizeOf({ properties }: Element, name: string): number {
  return Number(properties[name]);
}

/** Text of an element, its lines separated by spaces. */
export function textOf({ children }: Element): string {
  return children.map((child) => toString(child)).join(' ');
}

/** Every line of text in a drawing, with its position and estimated width. */
export function linesOf(drawing: Drawing) {
  return elementsIn(drawing, 'text').flatMap((text) => {
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
