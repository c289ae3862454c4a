import { readFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/** Loaded into a build by NODE_OPTIONS: says at its end what memory and processor time it took. */
if (isMainThread) {
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    const own = (userCPUTime + systemCPUTime) / 1000;
    console.error(`cost: ${maxRSS} KB, ${Math.round(own + childrenTime())} ms`);
  });
}

/** Processor time of the programs that this one has waited for, in ms; only Linux tells it. */
function childrenTime() {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[13]) + Number(fields[14])) * 10;
  } catch {
    return 0;
  }
}
