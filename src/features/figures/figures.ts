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
const charts: Partial<Record<string, ReturnType<typeof loadChart>>> = {
  ages: loadChart(() => getRows('ages'), ages),
  culture: loadChart(() => getRows('culture'), culture),
  'evidence-strength': loadChart(() => getRows('effects'), evidence),
  prevalence: loadChart(() => getRows('prevalence'), prevalence),
  'small-link': loadChart(() => getRows('effects'), smallLink),
};

/** Returns a function that reads a chart's data and draws, describes and tabulates it. */
function loadChart<Row extends { work: string }>(getData: () => Promise<Row[]>, chart: Chart<Row>) {
  return async (text: FigureText) => {
    const data = await getData();
    const cites = chart.columns?.at(-1) === 'source';
    return {
      drawings: layouts.map((layout) => chart.plot(data, layout, text)),
      values: chart.describe(data, text),
      source: chart.source?.(data),
      columns: chart.columns,
      rows: chart.tabulate?.(data, text),
      works: cites ? data.map(({ work }) => work) : undefined,
    };
  };
}

/** Returns a figure's texts, drawings and, for a chart, its table. @throws ContentError where texts are missing. */
export async function getFigure(id: string) {
  const entries = await getEntries('figureWords');
  const words = new Map(entries.map(({ id, data }) => [id, data]));
  const text = readFigureText(id, pickEntry(words, id, 'figure', file));
  return { text, drawings: readFigureDrawings(text), ...(await charts[id]?.(text)) };
}
