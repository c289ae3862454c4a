import type { CitingData } from '../citations/model/cited-in.ts';
import { ContentError } from '../../content-model/model/problem.ts';
import { suggestion } from '../../lib/text/nearest.ts';
import type { Finding } from '../../content-model/schemas/evidence.ts';
import { getAges, getCulture, getEffects, getPrevalence, getTimeline } from '../figures/figures.ts';
import { getEntries, once } from '../../queries/entries.ts';

/** Every finding, by its id. */
export const getFindings = once(async (): Promise<Map<string, Finding>> => {
  const files = await getEntries('findings');
  return new Map(files.flatMap(({ data }) => Object.entries(data)));
});

/** The finding with this id. @throws ContentError naming the nearest ids when there is none. */
export async function getFinding(id: string): Promise<Finding> {
  const findings = await getFindings();
  const finding = findings.get(id);
  if (finding) return finding;
  throw new ContentError({
    file: 'src/content/findings',
    message: `There is no finding "${id}".`,
    hint: suggestion(id, findings.keys(), 'src/content/findings'),
  });
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
export const getCitingData = once(async (): Promise<CitingData> => ({
  findings: new Map([...(await getFindings())].map(([id, { works }]) => [id, works])),
  myths: (await getCorrections()).map(({ id, data: { says, part }, works }) => ({
    id,
    says,
    part,
    works,
  })),
  prevalence: (await getPrevalence()).map(({ work }) => work),
  effects: (await getEffects()).map(({ work }) => work),
  pictured: (await getEffects())
    .filter(({ pictured }) => pictured)
    .slice(0, 1)
    .map(({ work }) => work),
  culture: [...new Set((await getCulture()).map(({ work }) => work))],
  ages: (await getAges()).map(({ work }) => work),
  timeline: (await getTimeline()).map(({ work }) => work),
}));
