import { defineConfig } from '@playwright/test';
import { chromiumOptions } from './tests/browser.ts';

/** E2E_PORT lets several checkouts test at once. */
const port = process.env['E2E_PORT'] ?? '4399';

/** Browser journeys, accessibility and appearance run over the built site, served at its root. */
export default defineConfig({
  testDir: 'tests',
  testMatch: ['e2e/**/*.spec.ts', 'a11y/**/*.spec.ts', 'visual/**/*.spec.ts'],
  // One picture for every system: the tests allow for how each smooths letters.
  snapshotPathTemplate: 'tests/visual/pictures/{arg}{ext}',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  retries: process.env['CI'] ? 1 : 0,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['line'], ['json', { outputFile: 'test-results/playwright.json' }]],
  use: {
    baseURL: `http://localhost:${port}`,
    launchOptions: chromiumOptions(),
    serviceWorkers: 'block',
  },
  webServer: {
    command: `astro preview --port ${port}`,
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
  },
});
