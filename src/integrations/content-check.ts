import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { formatProblem, summariseProblems } from '../lib/content/problem.ts';
import { findProblems } from './content-checks.ts';
import { readContent } from './read-content.ts';

/**
 * Reads all content before a build and stops it when something is wrong, with one message a mistake.
 * While an author edits, it only tells: the page with the mistake shows it too.
 */
export function contentCheck(): AstroIntegration {
  return {
    name: 'content-check',
    hooks: {
      'astro:config:setup': ({ command, config, logger }) => {
        if (command !== 'build' && command !== 'dev') return;
        const problems = findProblems(readContent(fileURLToPath(config.root)));
        for (const problem of problems) logger.error(formatProblem(problem));
        if (problems.length > 0 && command === 'build')
          throw new Stopped(summariseProblems(problems));
      },
    },
  };
}

/** Ends the build; where it was thrown would tell an author nothing. */
class Stopped extends Error {
  override name = 'ContentError';
  override stack = '';
}
