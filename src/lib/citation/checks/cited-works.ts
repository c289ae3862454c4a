import type { Entry } from '../../content/check/source.ts';
import type { Site } from '../../content/check/read-site.ts';

/** The works that pages cite, in their own text or through a component that cites from data. */
export function citedWorks(site: Site): Set<string> {
  const cited = new Set<string>();
  for (const { outline } of site.pages) {
    for (const { ids } of outline?.citations ?? []) ids.forEach((id) => cited.add(id));
    for (const { name } of outline?.uses ?? []) {
      for (const id of componentWorks(site, name)) cited.add(id);
    }
  }
  return cited;
}

/** The works that a component brings to a page from data. */
export function componentWorks({ myths, prevalence, effects }: Site, name: string): string[] {
  if (name === 'MythList') return works(myths, 'works');
  if (name === 'PrevalenceChart') return works(prevalence, 'work');
  if (name === 'EvidenceStrength') return works(effects, 'work');
  return [];
}

function works(entries: Entry[] | undefined, field: string): string[] {
  return (entries ?? []).flatMap(({ data }) => data[field] as string | string[]);
}
