import { chromiumOptions } from '../src/cli/browser.ts';

const cheapVisits = [
  // Compiling scripts and collecting garbage on threads of their own takes a sixth more CPU time in short visits.
  '--js-flags=--single-threaded',
  // Room for little more than a screen, so that what lies below is not drawn in advance: a tenth of a visit's CPU time.
  '--force-gpu-mem-available-mb=8',
];

/** Launch options of the browser for tests that do not measure speed. */
export function launchOptions() {
  const { args, ...others } = chromiumOptions();
  return { ...others, args: [...args, ...cheapVisits] };
}
