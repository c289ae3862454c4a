import { readFigureText, type FigureId } from '../../../src/features/figures/model/words.ts';

/** A figure's words without words.yaml, so that a test depends on no wording of the guide. */
export function wordsOf<Id extends FigureId>(id: Id, words: Record<string, string>) {
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
  }),
  prevalence: wordsOf('prevalence', {
    rest: 'The rest: {{others}}',
    notGiven: 'not given',
    notStated: 'not stated {{percent}}',
    answer: '{{label}}: {{secure}}.',
  }),
};
