import { isMainThread } from 'node:worker_threads';

/** Loaded into a build by NODE_OPTIONS: says at its end what memory and processor time it took. */
if (isMainThread) {
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    console.error(`cost: ${maxRSS} KB, ${Math.round((userCPUTime + systemCPUTime) / 1000)} ms`);
  });
}
