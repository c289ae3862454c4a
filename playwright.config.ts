import { defineConfig } from '@playwright/test';
import { chromiumOptions } from './src/cli/browser.ts';
import { freePort } from './tests/free-port.ts';

/** Chosen once: the workers read this file too, and inherit it. */
const port = (process.env['E2E_PORT'] ??= String(await freePort()));
const origin = `http://127.0.0.1:${port}`;

/** Browser journeys, accessibility and appearance run over the built site, served at its root. */
export default defineConfig({
  testDir: 'tests',
  testMatch: ['e2e/**/*.spec.ts', 'a11y/**/*.spec.ts', 'visual/**/*.spec.ts'],
  // One picture for every system: the tests allow for how each smooths letters.
  snapshotPathTemplate: 'tests/visual/pictures/{arg}{ext}',
  fullyParallel: true,
  workers: 2,
  // A busy machine takes its time; only what never comes fails.
  timeout: 600_000,
  expect: { timeout: 60_000 },
  retries: process.env['CI'] ? 1 : 0,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['line'], ['json', { outputFile: 'test-results/playwright.json' }]],
  use: {
    baseURL: origin,
    launchOptions: chromiumOptions(),
    serviceWorkers: 'block',
  },
  webServer: {
    command: `node tests/serve.ts ${port}`,
    url: `${origin}/`,
    reuseExistingServer: false,
  },
});
