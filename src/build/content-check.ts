import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { digestSources } from './last-build.ts';
import { formatProblem, summariseProblems, type Problem } from '../content-model/model/problem.ts';
import type { CheckResult } from '../content-model/build/find-problems.ts';

/**
 * Reads all content before a build and stops it when something is wrong, with one message a mistake;
 * at its end sums up what was built. While an author edits it only tells, anew after each change, and
 * checks in a thread of its own: the page need not wait for it.
 * A build of the same sources on the same day need not check them again.
 */
export function contentCheck(): { first: AstroIntegration; last: AstroIntegration } {
  let root = '';
  let worker: Worker | undefined;
  let seen: CheckResult | undefined;
  let shown: Problem[] = [];
  const start = performance.now();

  const tellAll = ({ problems, warnings }: CheckResult, logger: AstroIntegrationLogger) => {
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
          const before = process.cpuUsage();
          if (command === 'dev') {
            worker = new Worker(new URL('./content-check-worker.ts', import.meta.url));
            seen = await checkIn(worker, root);
            // What serves the site ends when it is told to, and this with it.
            worker.unref();
          } else seen = await checkOnce(root, config.cacheDir);
          const problems = tellAll(seen, logger);
          shown = problems;
          if (problems.length === 0) {
            const { user, system } = process.cpuUsage(before);
            const seconds = [performance.now() - start, (user + system) / 1000];
            const times = seconds.map((one) => (one / 1000).toFixed(2)).join(' s, CPU ');
            if (command === 'build') logger.info(`Found no mistake; ${times} s.`);
            return;
          }
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
            if (path.replaceAll('\\', '/').includes('/src/content/')) worker?.postMessage(root);
          };
          worker?.on('message', (checked: CheckResult) => {
            seen = checked;
            tell(tellAll(checked, logger));
          });
          for (const event of ['add', 'change', 'unlink']) server.watcher.on(event, look);
          // A page that is opened or loaded anew knows nothing of what was told before.
          server.ws.on('connection', () => {
            if (told.length > 0) tell(told);
          });
        },
        'astro:server:done': async () => {
          await worker?.terminate();
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

/** What a thread finds in the content of the project in `root`; a fault of the thread is thrown. */
async function checkIn(worker: Worker, root: string): Promise<CheckResult> {
  worker.postMessage(root);
  const [checked] = (await once(worker, 'message')) as [CheckResult];
  return checked;
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
function summarise(pages: number, { counts, warnings }: CheckResult, milliseconds: number): string {
  const all = [
    count(pages, 'page'),
    count(counts.works, 'work'),
    count(counts.questions, 'question'),
    count(counts.terms, 'term'),
    warnings.length === 0 ? 'no warning' : count(warnings.length, 'warning'),
  ];
  return `${all.join(', ')}; ${(milliseconds / 1000).toFixed(1)} s.`;
}

/** What the check found in the same sources earlier on this day; else it checks, and keeps what it found if that is no mistake. */
async function checkOnce(root: string, cacheDir: URL): Promise<CheckResult> {
  const file = fileURLToPath(new URL('./steps/content-check.json', cacheDir));
  const digest = `${digestSources(root)} ${new Date().toISOString().slice(0, 10)}`;
  if (existsSync(file)) {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as { digest: string; checked: CheckResult };
    if (kept.digest === digest) return kept.checked;
  }
  // Loaded here alone: a build of sources that were checked before does without.
  const { checkContent } = await import('../content-model/build/find-problems.ts');
  const checked = checkContent(root);
  if (checked.problems.length === 0) {
    mkdirSync(fileURLToPath(new URL('./steps/', cacheDir)), { recursive: true });
    writeFileSync(file, JSON.stringify({ digest, checked }));
  }
  return checked;
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
