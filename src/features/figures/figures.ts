import { getEntries, getRows, pickEntry } from '../../queries/entries.ts';
import { readFigureDrawings } from './drawings.ts';
import { ages } from './model/ages-plot.ts';
import type { Chart } from './model/chart.ts';
import { culture } from './model/culture-plot.ts';
import { evidence } from './model/evidence-plot.ts';
import { prevalence } from './model/prevalence-plot.ts';
import { smallLink } from './model/small-link.ts';
import { file, layouts, readFigureText, type FigureText } from './model/words.ts';

/** Charts by the ids of their figures. */
const charts: Partial<Record<string, ReturnType<typeof show>>> = {
  ages: show(() => getRows('ages'), ages),
  culture: show(() => getRows('culture'), culture),
  'evidence-strength': show(() => getRows('effects'), evidence),
  prevalence: show(() => getRows('prevalence'), prevalence),
  'small-link': show(() => getRows('effects'), smallLink),
};

/** What a chart shows beside its words. */
function show<Row extends { work: string }>(getData: () => Promise<Row[]>, chart: Chart<Row>) {
  return async (text: FigureText) => {
    const data = await getData();
    const cites = chart.columns?.at(-1) === 'source';
    return {
      drawings: layouts.map((layout) => chart.plot(data, layout, text)),
      values: chart.describe(data, text),
      source: chart.source?.(data),
      columns: chart.columns,
      rows: chart.list?.(data, text),
      works: cites ? data.map(({ work }) => work) : undefined,
    };
  };
}

/** A figure: its words, and what is drawn from data or by hand. @throws ContentError where words are lacking. */
export async function getFigure(id: string) {
  const entries = await getEntries('figureWords');
  const words = new Map(entries.map(({ id, data }) => [id, data]));
  const text = readFigureText(id, pickEntry(words, id, 'figure', file));
  return { text, drawings: readFigureDrawings(text), ...(await charts[id]?.(text)) };
}
