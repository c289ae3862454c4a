import { getEntry, getRows } from '../../queries/entries.ts';
import { readFigureDrawings } from './drawings.ts';
import { ages } from './model/ages-plot.ts';
import { drawChart, type Chart } from './model/chart.ts';
import { culture } from './model/culture-plot.ts';
import { evidence } from './model/evidence-plot.ts';
import { prevalence } from './model/prevalence-plot.ts';
import { smallLink } from './model/small-link.ts';
import { dataOf, layouts, readFigureText } from './model/words.ts';

/** Charts by the ids of their figures. */
const charts: Partial<Record<string, Chart<{ work: string }>>> = {
  ages,
  culture,
  'evidence-strength': evidence,
  prevalence,
  'small-link': smallLink,
};

/** Returns a figure's texts, drawings and, for a chart, its table. @throws ContentError where texts are missing. */
export async function getFigure(id: string) {
  const text = readFigureText(id, (await getEntry('figureWords', id)).data);
  const [chart, collection] = [charts[id], dataOf[id]];
  if (!chart || !collection) return { text, drawings: readFigureDrawings(text) };
  const data = (await getRows(collection)) as { work: string }[];
  return {
    text,
    drawings: layouts.map((layout) => drawChart(chart, data, layout, text)),
    values: chart.describe(data, text),
    source: chart.source?.(data),
    columns: chart.columns,
    rows: chart.tabulate?.(data, text),
    works: chart.columns?.at(-1) === 'source' ? data.map(({ work }) => work) : undefined,
  };
}
