import { checkCitations } from '../lib/citation/checks/check-citations.ts';
import { checkDataWorks } from '../lib/citation/checks/check-data-works.ts';
import { checkEvidence } from '../lib/citation/checks/check-evidence.ts';
import { checkRecords } from '../lib/citation/checks/check-records.ts';
import { checkReferenceLists } from '../lib/citation/checks/check-reference-lists.ts';
import type { Check } from '../lib/content/check/check.ts';
import { checkSchema } from '../lib/content/check/check-schema.ts';
import { readSite } from '../lib/content/check/read-site.ts';
import type { Source } from '../lib/content/check/source.ts';
import type { Problem } from '../lib/content/problem.ts';
import { evidenceSchema } from '../schemas/evidence.ts';
import { referenceSchema } from '../schemas/reference.ts';
import { topicsSchema } from '../schemas/topic.ts';

/** Every check of content, one kind of mistake each. */
const checks: Check[] = [
  ({ references }) => checkSchema(references, referenceSchema),
  ({ evidence }) => checkSchema(evidence, evidenceSchema),
  ({ topics }) => checkSchema(topics, topicsSchema),
  checkRecords,
  checkCitations,
  checkReferenceLists,
  checkEvidence,
  checkDataWorks,
];

/** Everything wrong with the content, by file and line. */
export function findProblems(sources: Source[]): Problem[] {
  const { site, problems } = readSite(sources);
  const found = [...problems, ...checks.flatMap((check) => check(site))];
  return found.sort((a, b) => a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0));
}
