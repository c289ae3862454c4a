import { expect, test } from '../../journey.ts';

test.describe('what is not the site’s own', () => {
  const refusals = {
    'an inline script': ['script-src', '<script>document.title = "broken in"</script>'],
    'a handler in an attribute': ['script-src-attr', '<img src="x" onerror="document.title = 1">'],
    'a script of another origin': ['script-src', '<script src="https://a.invalid/a.js"></script>'],
    'a picture of another origin': ['img-src', '<img src="https://a.invalid/a.png">'],
    'a style of another origin': [
      'style-src',
      '<link rel="stylesheet" href="https://a.invalid/a.css">',
    ],
    'a frame': ['frame-src', '<iframe src="https://a.invalid/"></iframe>'],
    'another base': ['base-uri', '<base href="https://a.invalid/">'],
  };

  for (const [what, [directive = '', html = '']] of Object.entries(refusals)) {
    test(`is refused: ${what}`, async ({ page, reports }) => {
      reports.expect(new RegExp(`policy: ${directive}`));
      reports.expect(/^console: /);
      await page.goto('/about/');
      const title = await page.title();
      await page.evaluate(async (text) => {
        const refused = new Promise((resolve) => {
          document.addEventListener('securitypolicyviolation', resolve, { once: true });
        });
        document.head.append(document.createRange().createContextualFragment(text));
        await refused;
      }, html);
      expect(await page.title()).toBe(title);
    });
  }
});
