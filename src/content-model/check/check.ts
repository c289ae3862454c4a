import type { Problem } from '../model/problem.ts';
import type { Site } from './read-site.ts';

/** Looks for one kind of mistake in all content. */
export type Check = (site: Site) => Problem[];
