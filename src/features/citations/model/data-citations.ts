import type { Section } from '../../../content-model/model/read-page.ts';

/** Works that a component cites from a data file, as one citation. */
export interface DataCitation {
  ids: string[];
  /** Section heading that the component renders above the citation; omitted if it renders none. */
  section?: Section;
}

/** Data from which components cite works; each list is in the order shown. */
export interface CitingData {
  /** Ids of the works of each finding, by its id. */
  findings: ReadonlyMap<string, readonly string[]>;
  /** Myths with the works that they cite. */
  myths: readonly { id: string; says: string; part: string | undefined; works: string[] }[];
  /** Rows of each chart with their `work`; the figure `small-link` draws the row that is `pictured`. */
  charts: Record<Chart, readonly { work?: unknown; pictured?: unknown }[]>;
}

/** Collections of charts; each row cites a work. */
const charts = ['effects', 'prevalence', 'culture', 'ages', 'timeline'] as const;

type Chart = (typeof charts)[number];

/** Collections from whose data components cite works. */
export const citingCollections = ['findings', 'myths', ...charts] as const;

type Fields = Record<string, unknown>;

const idsIn = (value: unknown) => (Array.isArray(value) ? value.map(String) : []);

/** The data from which components cite works, of the collections that could be read. */
export function toCitingData(
  read: Readonly<Record<string, { id: string; data: Fields }[] | undefined>>,
): CitingData {
  const works = read['findings']?.map(({ id, data }) => [id, idsIn(data['works'])] as const);
  const findings = new Map(works);
  const rows = charts.map((name) => [name, (read[name] ?? []).map(({ data }) => data)]);
  return {
    findings,
    myths: (read['myths'] ?? []).map(({ id, data }) => {
      const works = [...(findings.get(String(data['finding'])) ?? []), ...idsIn(data['sources'])];
      const part = typeof data['part'] === 'string' ? data['part'] : undefined;
      return { id, says: String(data['says']), part, works: [...new Set(works)] };
    }),
    charts: Object.fromEntries(rows) as CitingData['charts'],
  };
}

type CitationLister = (data: CitingData, props: Record<string, string>) => DataCitation[];

/** Lists a citation for each row of a chart. */
function listRowsOf(chart: Chart): CitationLister {
  return ({ charts }) => charts[chart].map(({ work }) => ({ ids: [String(work)] }));
}

/** Citations of each component that cites from data, in the order rendered. The only list of such components. */
const listers: Record<string, CitationLister> = {
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
  'Figure prevalence': listRowsOf('prevalence'),
  'Figure evidence-strength': listRowsOf('effects'),
  'Figure ages': listRowsOf('ages'),
  Timeline: listRowsOf('timeline'),
  'Figure culture': ({ charts }) => {
    const works = new Set(charts.culture.map(({ work }) => String(work)));
    return works.size > 0 ? [{ ids: [...works] }] : [];
  },
  'Figure small-link': ({ charts }) => {
    const row = charts.effects.find(({ pictured }) => pictured === true);
    return row ? [{ ids: [String(row.work)] }] : [];
  },
};

/** Lists a component's citations from data; empty for other components. */
export function listDataCitations(
  data: CitingData,
  component: string,
  props: Record<string, string>,
): DataCitation[] {
  return findCitationLister(component, props)?.(data, props) ?? [];
}

/** Finds the function that lists a component's citations from data; undefined if it cites nothing. */
export function findCitationLister(component: string, { id = '' }: Record<string, string>) {
  const key = component === 'Figure' ? `Figure ${id}` : component;
  return Object.hasOwn(listers, key) ? listers[key] : undefined;
}
