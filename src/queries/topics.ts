import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { topicsSchema } from '../content-model/schemas/evidence.ts';
import { once } from './once.ts';

/** The topics of works by id, with the names that readers see, in the order of the site-wide list. */
export const getTopics = once(async () =>
  topicsSchema.parse(parse(await readFile('src/content/topics.yaml', 'utf8'))),
);
