import { defineConfig } from '@playwright/test';
import { freePort } from './tests/free-port.ts';
import { launchOptions } from './tests/launch-options.ts';

/** Chosen once and passed on in the environment, since each worker loads this file again. */
const port = (process.env['E2E_PORT'] ??= String(await freePort()));
const origin = `http://127.0.0.1:${port}`;

/** End-to-end, accessibility and visual tests of the built site, served at a domain's root. */
export default defineConfig({
  testDir: 'tests',
  testMatch: ['e2e/**/*.spec.ts', 'a11y/**/*.spec.ts', 'visual/**/*.spec.ts'],
  // One screenshot for all systems; the tests tolerate differences in text anti-aliasing.
  snapshotPathTemplate: 'tests/visual/pictures/{arg}{ext}',
  fullyParallel: true,
  workers: 2,
  // Long timeouts, so that tests do not fail on a busy machine.
  timeout: 600_000,
  expect: { timeout: 60_000 },
  retries: process.env['CI'] ? 1 : 0,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['line'], ['json', { outputFile: 'test-results/playwright.json' }]],
  use: {
    baseURL: origin,
    launchOptions: launchOptions(),
    serviceWorkers: 'block',
  },
  webServer: {
    command: `node tests/serve.ts ${port}`,
    url: `${origin}/`,
    reuseExistingServer: false,
  },
});
