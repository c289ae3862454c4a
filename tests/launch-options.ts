import { chromiumOptions } from '../src/cli/browser.ts';

/** Launch options of the browser for tests that do not measure speed. */
export function launchOptions() {
  const { args, ...others } = chromiumOptions();
  // Compiling scripts and collecting garbage on threads of their own takes a sixth more CPU time in short visits.
  return { ...others, args: [...args, '--js-flags=--single-threaded'] };
}
