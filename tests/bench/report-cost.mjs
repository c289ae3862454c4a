import { readFileSync, readdirSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/** Loaded into a build by NODE_OPTIONS: prints its peak memory and CPU time at exit. */
if (isMainThread) {
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    const own = (userCPUTime + systemCPUTime) / 1000;
    console.error(`cost: ${maxRSS} KB, ${Math.round(own + childrenTime())} ms`);
  });
}

/**
 * CPU time of child processes in ms, both ended and running: Starlight exits without waiting for its search
 * indexer. 0 on systems other than Linux.
 */
function childrenTime() {
  try {
    const own = readTimes('self');
    return own.waited + readdirSync('/proc').reduce((sum, id) => sum + timeOf(id), 0);
  } catch {
    return 0;
  }
}

/** CPU time of a process in ms if it is a child of this one, else 0. */
function timeOf(id) {
  if (!/^\d+$/.test(id)) return 0;
  try {
    const { parent, used, waited } = readTimes(id);
    return parent === process.pid ? used + waited : 0;
  } catch {
    // The process has ended.
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
