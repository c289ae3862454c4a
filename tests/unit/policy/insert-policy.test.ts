import { expect, test } from 'vitest';
import { insertPolicy } from '../../../src/build/policy/page-policy.ts';

const page = '<!doctype html><html><head><meta charset="utf-8"/><script>1</script></head></html>';

test('stands after the character set and before anything it governs', () => {
  const html = insertPolicy(page, "default-src 'self'");
  expect(html).toMatch(
    /<head><meta charset="utf-8"\/><meta http-equiv="Content-Security-Policy" content="default-src 'self'"><meta name="referrer" content="no-referrer"><script>/,
  );
});

test('brings the character set along when a script stands before it', () => {
  const html = insertPolicy('<head><script>1</script><meta charset="utf-8"/></head>', 'x');
  expect(html).toMatch(
    /^<head><meta charset="utf-8"\/><meta http-equiv.*><script>1<\/script><\/head>$/,
  );
});

test('stands first where the head opens with anything else', () => {
  const html = insertPolicy('<head data-x><title>A</title></head>', 'x');
  expect(html).toMatch(/^<head data-x><meta http-equiv/);
});

test('is not fooled by a <header>', () => {
  expect(() => insertPolicy('<header><meta charset="utf-8"></header>', 'x')).toThrow('<head>');
});
