import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import type { Site } from '../check/read-site.ts';
import { findWarnings } from '../check/warn.ts';
import { formatProblem, summariseProblems, type Problem } from '../model/problem.ts';
import { findProblems } from './find-problems.ts';
import { readContent, readSurroundings } from './read-content.ts';

/**
 * Reads all content before a build and stops it when something is wrong, with one message a mistake;
 * at its end sums up what was built. While an author edits it only tells, anew after each change.
 */
export function contentCheck(): { first: AstroIntegration; last: AstroIntegration } {
  let root = '';
  let seen: { site: Site; warnings: Problem[] } | undefined;
  let shown: Problem[] = [];
  const start = performance.now();

  const check = (logger: AstroIntegrationLogger) => {
    const { problems, site } = findProblems(readContent(root), readSurroundings(root));
    const warnings = findWarnings(site, new Date());
    seen = { site, warnings };
    for (const problem of problems) logger.error(formatProblem(problem));
    // What cannot be read looks unused; once the mistakes are fixed, the warnings can be trusted.
    if (problems.length === 0) for (const warning of warnings) logger.warn(formatProblem(warning));
    return problems;
  };

  return {
    first: {
      name: 'content-check',
      hooks: {
        'astro:config:setup': async ({ command, config, logger }) => {
          root = fileURLToPath(config.root);
          if (command !== 'build' && command !== 'dev') return;
          const problems = check(logger);
          shown = problems;
          if (problems.length === 0) return;
          logger.error(summariseProblems(problems));
          if (command === 'build') await stop();
        },
        'astro:server:setup': ({ server, logger }) => {
          let told = shown;
          const tell = (problems: Problem[]) => {
            if (problems.length > 0) server.ws.send(toOverlay(problems));
            else if (told.length > 0) server.ws.send({ type: 'full-reload' });
            told = problems;
          };
          const look = (path: string) => {
            if (path.replaceAll('\\', '/').includes('/src/content/')) tell(check(logger));
          };
          for (const event of ['add', 'change', 'unlink']) server.watcher.on(event, look);
          // A page that is opened or loaded anew knows nothing of what was told before.
          server.ws.on('connection', () => {
            if (told.length > 0) tell(told);
          });
        },
      },
    },
    last: {
      name: 'summary',
      hooks: {
        'astro:build:done': ({ pages, logger }) => {
          if (seen) logger.info(summarise(pages.length, seen, performance.now() - start));
        },
      },
    },
  };
}

/** Mistakes as Vite's client shows them over a page, in the words of the terminal. */
function toOverlay(problems: Problem[]) {
  const [{ file, line } = { file: '', line: undefined }] = problems;
  const text = problems.map(formatProblem).join('\n\n');
  return {
    type: 'error' as const,
    err: {
      // Beside what Vite asks for, Astro's overlay has a name and a title.
      name: 'Content',
      title: summariseProblems(problems).replace('; see above', ''),
      message: text,
      stack: text,
      loc: { file, line: line ?? 1, column: 1 },
    },
  };
}

/** "23 pages, 176 works, 90 questions, 45 terms, no warning; 12.3 s." */
function summarise(
  pages: number,
  { site, warnings }: { site: Site; warnings: Problem[] },
  milliseconds: number,
): string {
  const questions = (site.quizzes ?? []).flatMap(({ data }) => data['questions']);
  const counts = [
    count(pages, 'page'),
    count(site.references?.length ?? 0, 'work'),
    count(questions.length, 'question'),
    count(site.glossary?.length ?? 0, 'term'),
    warnings.length === 0 ? 'no warning' : count(warnings.length, 'warning'),
  ];
  return `${counts.join(', ')}; ${(milliseconds / 1000).toFixed(1)} s.`;
}

function count(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? '' : 's'}`;
}

/**
 * Ends the build with a failure, once all is written. Astro would print an error thrown here as a
 * fault of this integration, with where it was thrown, which tells an author nothing.
 */
function stop(): Promise<never> {
  return new Promise(() => process.stderr.write('', () => process.exit(1)));
}
