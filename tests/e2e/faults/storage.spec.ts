import type { Page } from '@playwright/test';
import { expect, test } from '../../journey.ts';
import { answerQuiz, expectReadable } from './readable.ts';

/** Pages that use storage. */
const paths = ['/', '/attunement/', '/quiz/', '/attachment-styles/', '/about/', '/references/'];

/** Scripts that put storage into a state before the page's own scripts run, by state. */
const states: Record<string, () => void> = {
  full: () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  },
  blocked: () => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
    }
  },
  absent: () => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, { value: null });
    }
  },
};

async function visitAll(page: Page) {
  for (const path of paths) {
    await page.goto(path);
    await expectReadable(page);
  }
}

for (const [state, setUp] of Object.entries(states)) {
  test.describe(`storage that is ${state}`, () => {
    test.beforeEach(({ page }) => page.addInitScript(setUp));

    test('is never missed while reading', async ({ page }) => {
      await visitAll(page);
    });

    test('lets the reader answer, and just forgets', async ({ page }) => {
      await page.goto('/attunement/');
      await answerQuiz(page);
      await page.reload();
      await expectReadable(page);
    });

    test('lets the theme change', async ({ page }) => {
      await page.goto('/attunement/');
      await page.locator('[data-theme-select]').first().selectOption('dark');
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    });
  });
}

/** Invalid values that another version, another site or a broken disk may leave under the site's keys. */
const corrupt = [
  ...['', '{', 'null', 'true', '0', '1e999', '"text"', '[]', '[null]', '[[[[]]]]', '{}', '\u0000'],
  ...['{"version":1}', '{"version":1,"entries":null}', '{"version":1,"entries":[1,2]}'],
  ...['{"version":2,"entries":{}}', '{"version":1,"entries":{"__proto__":{"at":1}}}'],
  '{"version":1,"entries":{"spoon-banging-joy":{"at":"x","hash":1,"answer":[99]}}}',
  '{"path":"//example.invalid/","title":"x","hash":"","section":"x"}',
  '{"path":"/","title":{},"hash":[],"section":null}',
  `[${'['.repeat(5000)}${']'.repeat(5000)}]`,
];

test.describe('storage that is corrupt', () => {
  test('is read as nothing, on every page', async ({ page }) => {
    await page.goto('/attunement/');
    await answerQuiz(page);
    await page.locator('[data-theme-select]').first().selectOption('dark');
    const used = await page.evaluate(() => Object.keys(localStorage));
    expect(used.length).toBeGreaterThan(2);
    const keys = [...used, 'sb:place', 'sb:research', 'sb:cards', 'sb:sheets', 'sb:theme'];
    for (const value of corrupt) {
      await page.evaluate(
        ([names, text]) => {
          for (const name of names) localStorage.setItem(name, text);
        },
        [keys, value] as const,
      );
      for (const path of ['/', '/attunement/', '/quiz/', '/attachment-styles/']) {
        await page.goto(path);
        await expectReadable(page);
        const strange = 'a[href*="example.invalid"]';
        expect(await page.evaluate((link) => document.querySelector(link), strange)).toBeNull();
      }
    }
    await page.goto('/attunement/');
    await answerQuiz(page);
  });
});
