import type { Check, Site } from '../../../../content-model/check/read-site.ts';
import type { Problem } from '../../../../content-model/model/problem.ts';
import { suggestion } from '../../../../lib/text/nearest.ts';

/** Cited works that nothing is said of, evidence of works that are not there, topics without a name. */
export const checkEvidence: Check = (site) => [
  ...citedWithoutEvidence(site),
  ...evidenceWithoutWork(site),
  ...unnamedTopics(site),
];

function citedWithoutEvidence({ pages, references, evidence }: Site): Problem[] {
  if (!references || !evidence) return [];
  const works = new Set(references.map(({ id }) => id));
  const told = new Set(evidence.map(({ id }) => id));
  return pages.flatMap(({ file, outline }) =>
    (outline?.citations ?? []).flatMap(({ ids, line }) => {
      const untold = ids.filter((id) => works.has(id) && !told.has(id));
      for (const id of untold) told.add(id);
      return untold.map((id) => ({
        file,
        line,
        message: `"${id}" is cited here and has no entry in src/content/evidence.yaml.`,
        hint: 'Add one with its finding, kind, topics, confidence and figures.',
      }));
    }),
  );
}

function evidenceWithoutWork({ references, evidence }: Site): Problem[] {
  if (!references) return [];
  const works = new Set(references.map(({ id }) => id));
  return (evidence ?? [])
    .filter(({ id }) => !works.has(id))
    .map(({ id, file, line }) => ({
      file,
      line,
      message: `It speaks of "${id}", which is no work in references.json.`,
      hint: suggestion(id, works, 'src/content/references.json'),
    }));
}

function unnamedTopics({ evidence, topics }: Site): Problem[] {
  if (!topics) return [];
  const [names] = topics;
  return (evidence ?? []).flatMap(({ id, file, data, lineOf }) => {
    const list = Array.isArray(data['topics']) ? (data['topics'] as unknown[]) : [];
    return list.flatMap((topic, at) =>
      typeof topic !== 'string' || topic in (names?.data ?? {})
        ? []
        : {
            file,
            line: lineOf(['topics', at]),
            message: `The topic "${topic}" of "${id}" has no name.`,
            hint: suggestion(topic, Object.keys(names?.data ?? {}), 'src/content/topics.yaml'),
          },
    );
  });
}
