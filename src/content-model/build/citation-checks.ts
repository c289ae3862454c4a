import {
  checkCitations,
  checkDataWorks,
  checkReferenceLists,
} from '../../features/citations/model/checks/check-citations.ts';
import { checkEvidence } from '../../features/citations/model/checks/check-evidence.ts';
import { checkRecords } from '../../features/citations/model/checks/check-records.ts';
import type { Check } from '../check/check.ts';
import { checkSchema } from '../check/check-schema.ts';
import { evidenceSchema } from '../schemas/evidence.ts';
import { referenceSchema } from '../schemas/reference.ts';
import { topicsSchema } from '../schemas/topic.ts';

/** The checks of works, of what is said of them, and of where they are cited. */
export const citationChecks: Check[] = [
  ({ references }) => checkSchema(references, referenceSchema, { noun: 'The work', open: true }),
  ({ evidence }) => checkSchema(evidence, evidenceSchema, { noun: 'The evidence on' }),
  ({ topics }) => checkSchema(topics, topicsSchema, { noun: 'The file' }),
  checkRecords,
  checkCitations,
  checkReferenceLists,
  checkEvidence,
  checkDataWorks,
];
