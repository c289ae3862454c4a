import type { CitingData } from '../citations/model/cited-in.ts';
import type { Finding } from '../../content-model/schemas/evidence.ts';
import { getRows } from '../figures/figures.ts';
import { getEntries, once, pickEntry } from '../../queries/entries.ts';

/** Every finding, by its id. */
export const getFindings = once(async (): Promise<Map<string, Finding>> => {
  const files = await getEntries('findings');
  return new Map(files.flatMap(({ data }) => Object.entries(data)));
});

/** The finding with this id. @throws ContentError naming the nearest ids when there is none. */
export async function getFinding(id: string): Promise<Finding> {
  return pickEntry(await getFindings(), id, 'finding', 'src/content/findings');
}

/** Every common error, in the order of the file, with the certainty and works of its finding. */
export const getCorrections = once(async () => {
  const myths = (await getEntries('myths')).sort((a, b) => a.data.order - b.data.order);
  return Promise.all(
    myths.map(async ({ id, data }) => {
      const { certainty, works, why } = await getFinding(data.finding);
      return { id, data, certainty, works: [...new Set([...works, ...(data.sources ?? [])])], why };
    }),
  );
});

/** What components cite from data. */
export const getCitingData = once(async (): Promise<CitingData> => {
  const [effects, prevalence, culture, ages, timeline] = await Promise.all([
    getRows('effects'),
    getRows('prevalence'),
    getRows('culture'),
    getRows('ages'),
    getRows('timeline'),
  ]);
  return {
    findings: new Map([...(await getFindings())].map(([id, { works }]) => [id, works])),
    myths: (await getCorrections()).map(({ id, data: { says, part }, works }) => ({
      id,
      says,
      part,
      works,
    })),
    charts: { effects, prevalence, culture, ages, timeline },
  };
});
