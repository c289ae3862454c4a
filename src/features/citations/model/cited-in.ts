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
  /** Work of the effect that the drawing of a small link shows; empty where there is none. */
  pictured: readonly string[];
  /** Works of the chart of countries, each once. */
  culture: readonly string[];
  /** Work of each span of the chart of ages. */
  ages: readonly string[];
  /** Work of each step of the timeline. */
  timeline: readonly string[];
}

/** A row of a chart, as far as it cites. */
interface CitingRow {
  work?: unknown;
  /** Whether the drawing of a small link shows it. */
  pictured?: unknown;
}

type Chart = 'effects' | 'prevalence' | 'culture' | 'ages' | 'timeline';

/** The works of charts, from their rows. */
export function listCharts(
  charts: Record<Chart, readonly CitingRow[]>,
): Pick<CitingData, Chart | 'pictured'> {
  const worksOf = (rows: readonly CitingRow[]) => rows.map(({ work }) => String(work));
  const { effects, prevalence, culture, ages, timeline } = charts;
  return {
    effects: worksOf(effects),
    pictured: worksOf(effects.filter(({ pictured }) => pictured === true).slice(0, 1)),
    prevalence: worksOf(prevalence),
    culture: [...new Set(worksOf(culture))],
    ages: worksOf(ages),
    timeline: worksOf(timeline),
  };
}

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
    CultureChart: ({ culture }) => (culture.length > 0 ? [{ ids: [...culture] }] : []),
    SmallLink: ({ pictured }) => pictured.map((work) => ({ ids: [work] })),
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

/** A place where a work is cited: page, section and citation. */
export interface Place {
  /** Address of the page without slashes; empty for the home page. */
  page: string;
  /** Title of the page. */
  title: string;
  /** Heading above the citation; empty at the top of the page. */
  section: string;
  /** Number of the citation on its page. */
  number: number;
}

/** A section of a page with all its citations of one work. */
export interface CitedSection {
  section: string;
  numbers: number[];
}

/** A page with the sections that cite one work. */
export interface CitedPage {
  page: string;
  title: string;
  sections: CitedSection[];
}

/** The places where a work is cited, gathered by page and section, each in the order given. */
export function groupPlaces(places: Place[]): CitedPage[] {
  const pages = new Map<string, CitedPage>();
  for (const { page, title, section, number } of places) {
    const cited = pages.get(page) ?? { page, title, sections: [] };
    pages.set(page, cited);
    const same = cited.sections.find((one) => one.section === section);
    if (same) same.numbers.push(number);
    else cited.sections.push({ section, numbers: [number] });
  }
  return [...pages.values()];
}
