import { kindWords } from './model/kinds.ts';
import type { EvidenceKind } from '../../content-model/schemas/evidence.ts';
import type { Work } from './references.ts';
import { getTopics } from '../../queries/topics.ts';

/** Works that have something in common. */
export interface WorkGroup {
  /** For anchors and filters, such as "still-face" or "longitudinal-study". */
  id: string;
  name: string;
  /** Ids of the works, in the order given. */
  works: string[];
}

/** The works by topic, in the order of topics; no empty group. */
export async function groupByTopic(works: Work[]): Promise<WorkGroup[]> {
  const topics = Object.entries(await getTopics());
  return topics.flatMap(([id, name]) =>
    group(id, name, works, ({ evidence }) => evidence.topics.includes(id)),
  );
}

/** The works by kind of evidence, from the one that can bear most; no empty group. */
export function groupByKind(works: Work[]): WorkGroup[] {
  return (Object.keys(kindWords) as EvidenceKind[]).flatMap((kind) =>
    group(kindId(kind), kindWords[kind].name, works, ({ evidence }) =>
      evidence.kind.includes(kind),
    ),
  );
}

/** A kind as an id. */
export function kindId(kind: EvidenceKind): string {
  return kind.replace(' ', '-');
}

function group(
  id: string,
  name: string,
  works: Work[],
  belongs: (work: Work) => boolean,
): WorkGroup[] {
  const members = works.filter(belongs).map(({ reference }) => reference.id);
  return members.length > 0 ? [{ id, name, works: members }] : [];
}
