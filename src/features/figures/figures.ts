import { getEntry } from 'astro:content';
import { ContentError } from '../../content-model/model/problem.ts';
import { formatNumber } from '../../lib/i18n/format.ts';
import type { MessageValues } from '../../lib/i18n/message.ts';
import { getRows } from '../../queries/entries.ts';
import { readFigureDrawings } from './drawings.ts';
import {
  describeAges,
  describeCulture,
  describePrevalence,
  describeSpan,
  formatPercent,
  plotAges,
  plotCulture,
  plotPrevalence,
  sortCulture,
} from './model/bar-charts.ts';
import {
  describeEvidence,
  displayEffect,
  families,
  formatCorrelation,
  formatEffect,
  plotEvidence,
  plotSmallLink,
  strengthOf,
  toCorrelation,
} from './model/evidence-plot.ts';
import { layouts, type Drawing } from './model/layout.ts';
import { readFigureText, type FigureText } from './model/words.ts';

/** What a figure shows beside its words. */
interface Shown {
  drawings: Drawing[];
  /** What it knows for its description and caption. */
  values?: MessageValues;
  /** The citation at {{work}} of the caption, after which a word of caution follows. */
  source?: { id: string; narrative?: boolean };
  /** Columns of the table, by their words, and its rows. */
  columns?: string[];
  rows?: (string | number | undefined)[][];
  /** Ids of the works that the rows come from, for a last column. */
  works?: string[];
}

/** Charts by the ids of their figures. */
const charts: Partial<Record<string, (text: FigureText) => Promise<Shown>>> = {
  /** What is usual at which age, from birth to 18. */
  async ages(text) {
    const spans = await getRows('ages');
    return {
      values: { spans: describeAges(spans, text) },
      drawings: layouts.map((layout) => plotAges(spans, layout, text)),
      columns: ['what', 'age', 'note', 'source'],
      rows: spans.map((span) => [span.what, describeSpan(span, text), span.note]),
      works: spans.map(({ work }) => work),
    };
  },

  /** How infants in several countries were classed. */
  async culture(text) {
    const rows = await getRows('culture');
    const works = new Set(rows.map(({ work }) => work));
    return {
      values: describeCulture(rows, text),
      drawings: layouts.map((layout) => plotCulture(rows, layout, text)),
      source: { id: [...works].join(' '), narrative: true },
      columns: ['country', 'samples', 'infants', 'secure', 'avoidant', 'resistant'],
      rows: sortCulture(rows).map((row) => [
        row.country,
        row.samples,
        formatNumber(row.infants),
        formatPercent(row.secure_B_pct),
        formatPercent(row.avoidant_A_pct),
        formatPercent(row.resistant_C_pct),
      ]),
    };
  },

  /** How strong the links are: average effect sizes from meta-analyses, on one scale. */
  async 'evidence-strength'(text) {
    const rows = await getRows('effects');
    const count = (value?: number) =>
      value === undefined ? text.line('notInRecord') : formatNumber(value);
    const hasIntervals = rows.some(({ lower }) => lower !== undefined);
    const intervals = text.line(hasIntervals ? 'intervals' : 'noIntervals');
    return {
      values: { ...describeEvidence(rows, text), intervals },
      drawings: layouts.map((layout) => plotEvidence(rows, layout, text)),
      columns: 'finding reported correlation word studies people note source'.split(' '),
      rows: rows.map(({ label, metric, value, k, n, note }) => {
        const r = toCorrelation(metric, value);
        const effect = [
          formatEffect(metric, value),
          formatCorrelation(r),
          text.line(strengthOf(r)),
        ];
        return [label, ...effect, count(k), count(n), note];
      }),
      works: rows.map(({ work }) => work),
    };
  },

  /** Several honest answers to "how many people are secure?", by method. */
  async prevalence(text) {
    const rows = await getRows('prevalence');
    return {
      values: describePrevalence(rows, text),
      drawings: layouts.map((layout) => plotPrevalence(rows, layout, text)),
      columns: ['who', 'how', 'number', 'secure', 'others', 'note', 'source'],
      rows: rows.map(({ who, how, n, secure, others, note }) => {
        const number = n === undefined ? text.line('notGiven') : formatNumber(n);
        const named = others.map(({ name, percent }) => `${name} ${formatPercent(percent)}`);
        const rest = named.join(', ') || text.line('notGiven');
        return [who, how, number, formatPercent(secure), rest, note];
      }),
      works: rows.map(({ work }) => work),
    };
  },

  /** What a small link looks like: two sets of a hundred families at the size of one effect. */
  async 'small-link'(text) {
    const effect = (await getRows('effects')).find(({ pictured }) => pictured);
    if (!effect)
      throw new ContentError({
        file: 'src/content/figures/effects.yaml',
        message: 'The drawing of a small link needs an effect that is pictured.',
        hint: 'Add "pictured: true" to the effect, or take the figure out of the page.',
      });
    const r = toCorrelation(effect.metric, effect.value);
    return {
      values: { families, ...displayEffect(r), effect: formatEffect('r', r) },
      drawings: layouts.map((layout) => plotSmallLink(r, layout, text.of[layout])),
      source: { id: effect.work },
    };
  },
};

/** A figure: its words, and what is drawn from data or by hand. @throws ContentError where words are lacking. */
export async function getFigure(id: string): Promise<Shown & { text: FigureText }> {
  const entry = await getEntry('figureWords', id);
  if (!entry)
    throw new ContentError({
      file: 'src/content/figures/words.yaml',
      message: `The figure "${id}" is on a page and has no words.`,
      hint: `Add an entry "${id}" with its title, description, caption and words.`,
    });
  const text = readFigureText(id, entry.data);
  return { text, ...((await charts[id]?.(text)) ?? { drawings: readFigureDrawings(text) }) };
}
