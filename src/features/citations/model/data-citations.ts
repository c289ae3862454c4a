import type { Section } from '../../../content-model/model/read-page.ts';

/** Works that a component cites from a data file, as one citation. */
export interface DataCitation {
  ids: string[];
  /** Heading that the component sets above it; the page's own where it sets none. */
  section?: Section;
}

/** The data that components cite works from, each list in the order shown. */
export interface CitingData {
  /** Works of each finding, by its id. */
  findings: ReadonlyMap<string, readonly string[]>;
  /** Common errors with the works behind what was found. */
  myths: readonly { id: string; says: string; part: string | undefined; works: string[] }[];
  /** Work of each answer to "how many people are secure?". */
  prevalence: readonly string[];
  /** Work of each average effect size. */
  effects: readonly string[];
  /** Work of each span of the chart of ages. */
  ages: readonly string[];
  /** Work of each step of the timeline. */
  timeline: readonly string[];
}

/** The work whose samples the chart of countries shows. */
export const cultureWork = 'vanijzendoorn1988crosscultural';

/** The work whose effect the drawing of a small link shows. */
export const smallLinkWork = 'madigan2024sensitivity';

/** What each component that cites from data cites, in the order it prints. The one list of such components. */
const citing: Record<string, (data: CitingData, props: Record<string, string>) => DataCitation[]> =
  {
    Finding: ({ findings }, { id = '' }) => {
      const works = findings.get(id);
      return works ? [{ ids: [...works] }] : [];
    },
    MythList: ({ myths }, { part }) =>
      myths
        .filter((myth) => part === undefined || myth.part === part)
        .map(({ id, says, works }) => ({
          ids: works,
          section: { slug: id, text: says, depth: part === undefined ? 2 : 3 },
        })),
    PrevalenceChart: ({ prevalence }) => prevalence.map((work) => ({ ids: [work] })),
    EvidenceStrength: ({ effects }) => effects.map((work) => ({ ids: [work] })),
    AgesChart: ({ ages }) => ages.map((work) => ({ ids: [work] })),
    Timeline: ({ timeline }) => timeline.map((work) => ({ ids: [work] })),
    CultureChart: () => [{ ids: [cultureWork] }],
    SmallLink: () => [{ ids: [smallLinkWork] }],
  };

/** Whether a component cites works from data, with no <Cite> in the page's own text. */
export function isCiting(component: string): boolean {
  return Object.hasOwn(citing, component);
}

/** The citations that a component brings to a page from data; none for any other component. */
export function listDataCitations(
  data: CitingData,
  component: string,
  props: Record<string, string>,
): DataCitation[] {
  return isCiting(component) ? (citing[component]?.(data, props) ?? []) : [];
}
