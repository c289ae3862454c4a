import { expect, test } from '../../journey.ts';
import { findDamage, hostileInputs, noteDialogs } from './inputs.ts';

/** Hostile progress files: the text itself, and the text in every field of a file. */
function filesWith(text: string): string[] {
  const answer = { hash: text, choices: [text], at: text, correct: text };
  const file = {
    format: 'secure-base-progress',
    version: 1,
    exported: text,
    answers: {
      [text]: { [text]: answer },
      attunement: { [text]: answer, 'spoon-banging-joy': answer },
    },
    cards: { [text]: answer, 'spoon-banging-joy': { due: text, hash: text, stability: text } },
  };
  return [text, JSON.stringify(text), JSON.stringify(file)];
}

test.describe('a hostile progress file', () => {
  test('is refused or read as nothing', async ({ page }) => {
    const dialogs = noteDialogs(page);
    await page.goto('/quiz/');
    const input = page.locator('input[type="file"]');
    await expect(input).toBeEnabled();
    const status = page.locator('.sb-said');
    for (const text of hostileInputs) {
      for (const content of filesWith(text)) {
        const buffer = Buffer.from(content);
        await input.setInputFiles({ name: 'progress.json', mimeType: 'application/json', buffer });
        // The field is cleared once the file has been processed.
        await expect(input).toHaveValue('');
        await expect(status).toHaveText(
          /^(This file .*|This is not a progress file .*|Read 0 answers and 0 review dates\..*)$/,
        );
        expect([...(await findDamage(page)), ...dialogs], `after ${content}`).toEqual([]);
      }
    }
  });
});
