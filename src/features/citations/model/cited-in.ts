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
  /** Rows of the data behind charts, each with its `work`; the drawing of a small link shows one that is `pictured`. */
  charts: Record<Chart, readonly { work?: unknown; pictured?: unknown }[]>;
}

type Chart = 'effects' | 'prevalence' | 'culture' | 'ages' | 'timeline';

type Cites = (data: CitingData, props: Record<string, string>) => DataCitation[];

/** A citation for each row of a chart. */
function eachOf(chart: Chart): Cites {
  return ({ charts }) => charts[chart].map(({ work }) => ({ ids: [String(work)] }));
}

/** What each component that cites from data cites, in the order it prints. The one list of such components. */
const citing: Record<string, Cites> = {
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
  'Figure prevalence': eachOf('prevalence'),
  'Figure evidence-strength': eachOf('effects'),
  'Figure ages': eachOf('ages'),
  Timeline: eachOf('timeline'),
  'Figure culture': ({ charts }) => {
    const works = new Set(charts.culture.map(({ work }) => String(work)));
    return works.size > 0 ? [{ ids: [...works] }] : [];
  },
  'Figure small-link': ({ charts }) => {
    const row = charts.effects.find(({ pictured }) => pictured === true);
    return row ? [{ ids: [String(row.work)] }] : [];
  },
};

/** The citations that a component brings to a page from data; none for any other component. */
export function listDataCitations(
  data: CitingData,
  component: string,
  props: Record<string, string>,
): DataCitation[] {
  return findCiting(component, props)?.(data, props) ?? [];
}

/** What a component cites from data, with no <Cite> in the page's own text; undefined where it cites nothing. */
export function findCiting(component: string, { id = '' }: Record<string, string>) {
  const key = component === 'Figure' ? `Figure ${id}` : component;
  return Object.hasOwn(citing, key) ? citing[key] : undefined;
}
