import type { Section } from '../../../content-model/model/read-page.ts';

/** Works that a component cites from a data file, as one citation. */
export interface DataCitation {
  ids: string[];
  /** Section heading that the component renders above the citation; omitted if it renders none. */
  section?: Section;
}

/** Collections of charts; each row cites a work. */
const charts = ['effects', 'prevalence', 'culture', 'ages', 'timeline'] as const;

/** Collections from whose data components cite works. */
export const citingCollections = ['findings', 'myths', ...charts] as const;

type CitingEntry = { id: string; data: Record<string, unknown> };

/** Entries of `citingCollections` in the order shown; undefined for a collection that could not be read. */
export type CitingData = Readonly<Record<string, CitingEntry[] | undefined>>;

type CitationLister = (data: CitingData, props: Record<string, string>) => DataCitation[];

const idsIn = (value: unknown) => (Array.isArray(value) ? value.map(String) : []);

/** The works of a finding; undefined if there is no finding with this id. */
function worksOf({ findings = [] }: CitingData, id: unknown): string[] | undefined {
  const finding = findings.find((one) => one.id === id);
  return finding && idsIn(finding.data['works']);
}

/** Lists a citation for each row of a chart. */
function listRowsOf(chart: (typeof charts)[number]): CitationLister {
  return ({ [chart]: rows = [] }) => rows.map(({ data }) => ({ ids: [String(data['work'])] }));
}

/** Citations of each component that cites from data, in the order rendered. The only list of such components. */
const listers: Record<string, CitationLister> = {
  Finding(data, { id }) {
    const ids = worksOf(data, id);
    return ids ? [{ ids }] : [];
  },
  MythList: (data, { part }) =>
    (data['myths'] ?? [])
      .filter((myth) => part === undefined || myth.data['part'] === part)
      .map(({ id, data: { says, finding, sources } }) => ({
        ids: [...new Set([...(worksOf(data, finding) ?? []), ...idsIn(sources)])],
        section: { slug: id, text: String(says), depth: part === undefined ? 2 : 3 },
      })),
  'Figure prevalence': listRowsOf('prevalence'),
  'Figure evidence-strength': listRowsOf('effects'),
  'Figure ages': listRowsOf('ages'),
  Timeline: listRowsOf('timeline'),
  'Figure culture'({ culture = [] }) {
    const works = new Set(culture.map(({ data }) => String(data['work'])));
    return works.size > 0 ? [{ ids: [...works] }] : [];
  },
  'Figure small-link'({ effects = [] }) {
    const row = effects.find(({ data }) => data['pictured'] === true);
    return row ? [{ ids: [String(row.data['work'])] }] : [];
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
