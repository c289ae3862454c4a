/** Components that cite works from data files, with no <Cite> in the page's own text. */
export const citingComponents = [
  'MythList',
  'PrevalenceChart',
  'EvidenceStrength',
  'CultureChart',
] as const;

export type CitingComponent = (typeof citingComponents)[number];

/** Whether the component cites works from data. */
export function isCiting(name: string): name is CitingComponent {
  return (citingComponents as readonly string[]).includes(name);
}
