import type { Page } from '@playwright/test';
import { expect, test } from '../journey.ts';

/** Init script that mocks speech synthesis with the given voices; speech ends on a dispatched `end` event. */
function mockSpeech(voices: { localService: boolean; lang: string }[]) {
  const state = {
    said: [] as string[],
    rate: 1,
    now: undefined as SpeechSynthesisUtterance | undefined,
  };
  const speech = {
    getVoices: () =>
      voices.map((voice, at) => ({
        ...voice,
        name: `Voice ${String(at)}`,
        voiceURI: String(at),
        default: at === 0,
      })),
    speak: (utterance: SpeechSynthesisUtterance) => {
      state.said.push(utterance.text);
      state.rate = utterance.rate;
      state.now = utterance;
    },
    cancel: () => (state.now = undefined),
    onvoiceschanged: null,
  };
  class Utterance extends EventTarget {
    lang = '';
    rate = 1;
    voice = null;
    text: string;
    constructor(text: string) {
      super();
      this.text = text;
    }
  }
  Object.defineProperty(window, 'speechSynthesis', { value: speech });
  Object.assign(window, { SpeechSynthesisUtterance: Utterance, speechState: state });
}

const said = (page: Page) =>
  page.evaluate(() => (window as unknown as { speechState: { said: string[] } }).speechState.said);
const endSentence = (page: Page) =>
  page.evaluate(() => {
    const { now } = (window as unknown as { speechState: { now?: EventTarget } }).speechState;
    now?.dispatchEvent(new Event('end'));
  });

const listen = (page: Page) => page.getByRole('button', { name: 'Listen', exact: true });
const player = (page: Page) => page.getByRole('region', { name: 'Listen to this page' });

test.describe('with a voice on the device', () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(mockSpeech, [{ localService: true, lang: 'en-GB' }]);
  });

  test('passages are read in order, highlighted and in view, and reading resumes where it stopped', async ({
    page,
  }) => {
    const scripts: string[] = [];
    page.on('request', (request) => scripts.push(request.url()));
    await page.goto('/attunement/');
    await expect(listen(page)).toBeVisible();
    expect(scripts.filter((url) => /player/.test(url))).toEqual([]);
    await listen(page).click();
    await expect(player(page).getByRole('button', { name: 'Pause' })).toBeFocused();
    const title = await page.getByRole('heading', { level: 1 }).textContent();
    expect(await said(page)).toEqual([title]);
    await endSentence(page);
    await expect(page.locator('.sb-standfirst.sb-spoken')).toBeInViewport();
    for (let turn = 0; turn < 6; turn += 1)
      await player(page).getByRole('button', { name: 'Next paragraph' }).click();
    const marked = page.locator('.sb-spoken');
    await expect(marked).toHaveCount(1);
    await expect(marked).toBeInViewport();
    const before = await marked.textContent();
    await player(page).getByRole('button', { name: 'Pause' }).click();
    await expect(player(page).getByRole('button', { name: 'Play' })).toBeVisible();
    await player(page).getByLabel('Speed').selectOption('1.5');

    await page.reload();
    await listen(page).click();
    await expect(page.locator('.sb-spoken')).toHaveText(before ?? '');
    expect(
      await page.evaluate(
        () => (window as unknown as { speechState: { rate: number } }).speechState.rate,
      ),
    ).toBe(1.5);
    await player(page).getByRole('button', { name: 'Close' }).click();
    await expect(player(page)).toBeHidden();
    await expect(listen(page)).toBeFocused();
    await expect(page.locator('.sb-spoken')).toHaveCount(0);
  });

  test('citations, tables and quizzes are skipped, and figures are described', async ({ page }) => {
    await page.goto('/secure-attachment/');
    await listen(page).click();
    const next = player(page).getByRole('button', { name: 'Next paragraph' });
    const count = await page.locator('.sb-prose :is(p, li, h2, h3)').count();
    // Hundreds of clicks, one per frame, inside the page.
    await next.evaluate(async (button: HTMLElement, clicks) => {
      for (let turn = 0; turn < clicks; turn += 1) {
        button.click();
        await new Promise(requestAnimationFrame);
      }
    }, count);
    const all = (await said(page)).join(' ');
    expect(all).toContain('Figure: ');
    expect(all).not.toMatch(/\((?:\w+,? )*(?:19|20)\d\d/);
    expect(all).not.toContain('Check your understanding');
  });

  for (const path of ['/faq/', '/school-worries/'])
    test(`each question of ${path} has its own Listen button`, async ({ page }) => {
      await page.goto(path);
      const one = page.getByRole('button', { name: /^Listen to “/ }).first();
      await expect(one).toBeVisible();
      const name = (await one.getAttribute('aria-label')) ?? '';
      await one.click();
      await expect(player(page)).toBeVisible();
      expect(`Listen to “${(await said(page)).join(' ')}”`).toBe(name);
    });
});

for (const [device, voices] of [
  ['no voice', []],
  ['a voice of another language', [{ localService: true, lang: 'de-DE' }]],
  ['a network voice', [{ localService: false, lang: 'en-GB' }]],
] as const) {
  test(`with ${device} there is no Listen button`, async ({ page }) => {
    await page.addInitScript(mockSpeech, [...voices]);
    await page.goto('/attunement/');
    await expect(page.locator('html')).toHaveAttribute('data-layout', 'page');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForLoadState('networkidle');
    await expect(listen(page)).toBeHidden();
  });
}
