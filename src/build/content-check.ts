import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { digestSources } from './last-build.ts';
import {
  count,
  formatProblem,
  summariseProblems,
  type Problem,
} from '../content-model/model/problem.ts';
import type { CheckResult } from '../content-model/build/find-problems.ts';

/**
 * Checks all content before a build and stops the build if there are problems; logs a summary at the end.
 * The development server checks in a worker thread, again after each change, and only reports problems.
 * A build of the same sources on the same day uses the cached result.
 */
export function contentCheck(): { first: AstroIntegration; last: AstroIntegration } {
  let root = '';
  let worker: Worker | undefined;
  let result: CheckResult | undefined;
  let shown: Problem[] = [];
  const start = performance.now();

  const logAll = ({ problems, warnings }: CheckResult, logger: AstroIntegrationLogger) => {
    for (const problem of problems) logger.error(formatProblem(problem));
    // Warnings are only reliable when everything could be parsed.
    if (problems.length === 0) for (const warning of warnings) logger.warn(formatProblem(warning));
    return problems;
  };

  return {
    first: {
      name: 'content-check',
      hooks: {
        'astro:config:setup': async ({ command, config, logger, addWatchFile }) => {
          root = fileURLToPath(config.root);
          if (command !== 'build' && command !== 'dev') return;
          const before = process.cpuUsage();
          if (command === 'dev') {
            // The facts are read once, so that a change of them needs a restart.
            addWatchFile(new URL('src/content/site.yaml', config.root));
            worker = new Worker(new URL('./content-check-worker.ts', import.meta.url));
            result = await checkIn(worker, root);
            // The worker must not keep the process alive when the server stops.
            worker.unref();
          } else result = await checkOnce(root, config.cacheDir);
          const problems = logAll(result, logger);
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
          let reported = shown;
          const report = (problems: Problem[]) => {
            if (problems.length > 0) server.ws.send(toOverlay(problems));
            else if (reported.length > 0) server.ws.send({ type: 'full-reload' });
            reported = problems;
          };
          const check = (path: string) => {
            if (path.replaceAll('\\', '/').includes('/src/content/')) worker?.postMessage(root);
          };
          worker?.on('message', (checked: CheckResult) => {
            result = checked;
            report(logAll(checked, logger));
          });
          for (const event of ['add', 'change', 'unlink']) server.watcher.on(event, check);
          // A page that has just been loaded has not received earlier reports.
          server.ws.on('connection', () => {
            if (reported.length > 0) report(reported);
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
          if (result) logger.info(summarise(pages.length, result, performance.now() - start));
        },
      },
    },
  };
}

/** Checks the content of the project in `root` in a worker thread. @throws Error when the worker fails. */
async function checkIn(worker: Worker, root: string): Promise<CheckResult> {
  worker.postMessage(root);
  const [checked] = (await once(worker, 'message')) as [CheckResult];
  return checked;
}

/** Formats problems for Vite's error overlay, with the same text as in the terminal. */
function toOverlay(problems: Problem[]) {
  const [{ file, line } = { file: '', line: undefined }] = problems;
  const text = problems.map(formatProblem).join('\n\n');
  return {
    type: 'error' as const,
    err: {
      // Astro's overlay also needs a name and a title.
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

/** Checks the content, or returns the cached result for the same sources and day. Problems are not cached. */
async function checkOnce(root: string, cacheDir: URL): Promise<CheckResult> {
  const file = fileURLToPath(new URL('./steps/content-check.json', cacheDir));
  const digestNow = () => `${digestSources(root)} ${new Date().toISOString().slice(0, 10)}`;
  const digest = digestNow();
  if (existsSync(file)) {
    const cached = JSON.parse(readFileSync(file, 'utf8')) as {
      digest: string;
      checked: CheckResult;
    };
    if (cached.digest === digest) return cached.checked;
  }
  // Loaded only when needed, since loading takes time.
  const { checkContent } = await import('../content-model/build/find-problems.ts');
  const checked = checkContent(root);
  // A source that was edited meanwhile may have been checked or not.
  if (checked.problems.length === 0 && digestNow() === digest) {
    mkdirSync(fileURLToPath(new URL('./steps/', cacheDir)), { recursive: true });
    writeFileSync(file, JSON.stringify({ digest, checked }));
  }
  return checked;
}

/**
 * Exits with a failure once all output is written. Astro would report a thrown error as a bug of this
 * integration, with a stack trace that is of no use to authors.
 */
function stop(): Promise<never> {
  return new Promise(() => process.stderr.write('', () => process.exit(1)));
}
