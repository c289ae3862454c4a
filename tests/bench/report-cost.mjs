import { readFileSync, readdirSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/** Loaded into a build by NODE_OPTIONS: says at its end what memory and processor time it took. */
if (isMainThread) {
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    const own = (userCPUTime + systemCPUTime) / 1000;
    console.error(`cost: ${maxRSS} KB, ${Math.round(own + childrenTime())} ms`);
  });
}

/**
 * Processor time of the programs that this one started, in ms, waited for or not: Starlight ends before it has
 * waited for its search engine. Only Linux tells it.
 */
function childrenTime() {
  try {
    const own = readTimes('self');
    return own.waited + readdirSync('/proc').reduce((sum, id) => sum + timeOf(id), 0);
  } catch {
    return 0;
  }
}

/** Processor time of a program where this one started it. */
function timeOf(id) {
  if (!/^\d+$/.test(id)) return 0;
  try {
    const { parent, used, waited } = readTimes(id);
    return parent === process.pid ? used + waited : 0;
  } catch {
    // It has ended meanwhile.
    return 0;
  }
}

function readTimes(id) {
  const fields = readFileSync(`/proc/${id}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
    .map(Number);
  const [user, system, waitedUser, waitedSystem] = fields.slice(11, 15);
  return {
    parent: fields[1],
    used: (user + system) * 10,
    waited: (waitedUser + waitedSystem) * 10,
  };
}
