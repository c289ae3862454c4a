import { scaleLinear } from 'd3-scale';
import type { Effect } from '../../../schemas/figure-data.ts';
import { bands, formatEffect, toCorrelation } from './effect-scale.ts';
import { canvasWidth, type Layout, tenth, textSize } from './layout.ts';
import { boldness, wrapText } from './wrap-text.ts';

/** One finding: its words and its dot on the scale of r. */
export interface EvidenceLine {
  label: { x: number; y: number; lines: string[] };
  /** The value as the study gives it. */
  value: string;
  y: number;
  /** Centre of the dot. */
  dotX: number;
  /** The 95% interval, where the record gives one. */
  interval?: { from: number; to: number };
}

/** Findings under one heading, with the scale above them. */
export interface EvidenceGroup {
  /** The heading, by lines, and the baseline of its first. */
  title: string[];
  titleY: number;
  wordsY: number;
  /** Stretches over which zero and the thresholds are drawn; they leave words above a dot alone. */
  rules: { top: number; bottom: number }[];
  lines: EvidenceLine[];
}

/** Everything the chart of effect sizes draws. */
export interface EvidencePlot {
  width: number;
  height: number;
  zeroX: number;
  endX: number;
  /** Everyday words over their stretch, broken into lines. */
  words: { x: number; lines: string[] }[];
  /** Where one word passes into the next. */
  thresholds: { x: number; r: string }[];
  groups: EvidenceGroup[];
}

const leading = 18;
/** End of the drawn scale; beyond the strongest threshold, so that the empty part can be seen. */
const most = 0.62;

const measures = {
  wide: { zeroX: 306, endX: 596, words: 290 },
  narrow: { zeroX: 4, endX: 336, words: 336 },
} as const;

/** Lays all findings out on one scale of r, under their headings, the strongest of each first. */
export function plotEvidence(rows: Effect[], layout: Layout): EvidencePlot {
  const { zeroX, endX, words } = measures[layout];
  const scale = scaleLinear([0, most], [zeroX, endX]);
  let top = 0;
  const groups = [...new Set(rows.map(({ group }) => group))].map((title): EvidenceGroup => {
    const titleY = top + 20;
    const heading = wrapText(title, canvasWidth[layout], textSize * boldness);
    const wordsY = titleY + (heading.length - 1) * leading + 26;
    const start = wordsY + leading + 8;
    top = start + 6;
    const lines = rows
      .filter(({ group }) => group === title)
      .sort((a, b) => correlationOf(b) - correlationOf(a))
      .map((row) => {
        const label = wrapText(row.label, words, textSize);
        const labelY = top + 16;
        const lastY = labelY + (label.length - 1) * leading;
        const y = layout === 'wide' ? (labelY + lastY) / 2 - 5 : lastY + 17;
        top = layout === 'wide' ? lastY + 18 : y + 22;
        return {
          label: { x: 0, y: labelY, lines: label },
          value: formatEffect(row.metric, row.value),
          y,
          dotX: tenth(scale(correlationOf(row))),
          ...toInterval(row, scale),
        };
      });
    const rules =
      layout === 'wide'
        ? [{ top: start, bottom: top }]
        : lines.map(({ y }) => ({ top: y - 9, bottom: y + 9 }));
    top += 34;
    return { title: heading, titleY, wordsY, rules, lines };
  });
  return {
    width: canvasWidth[layout],
    height: top - 26,
    zeroX,
    endX,
    words: bands.map(({ word, from }, at) => ({
      x: tenth((scale(from) + scale(bands[at + 1]?.from ?? most)) / 2),
      lines: at === 0 ? ['next', 'to none'] : [word],
    })),
    thresholds: bands.slice(1).map(({ from }) => ({ x: tenth(scale(from)), r: formatR(from) })),
    groups,
  };
}

function toInterval({ metric, lower, upper }: Effect, scale: (r: number) => number) {
  if (lower === undefined || upper === undefined) return {};
  const [from, to] = [lower, upper].map((end) => tenth(scale(toCorrelation(metric, end))));
  return from === undefined || to === undefined ? {} : { interval: { from, to } };
}

function correlationOf({ metric, value }: Effect): number {
  return toCorrelation(metric, value);
}

function formatR(r: number): string {
  return r.toFixed(2).replace('0.', '.');
}
