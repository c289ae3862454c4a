import { expect, test } from 'vitest';
import { formatPagePolicy } from '../../../src/build/policy/page-policy.ts';
import { securityHeaders } from '../../security-headers.ts';

/** A policy as a browser reads it. */
function read(policy: string): Map<string, string[]> {
  const directives = policy.split(';').map((text) => text.trim().split(/\s+/));
  return new Map(directives.map(([name = '', ...sources]) => [name, sources]));
}

const header = read(securityHeaders['Content-Security-Policy'] ?? '');
const page = read(formatPagePolicy(["'sha256-a'"], ["'sha256-b'"]));

test('a page takes everything from the site, and runs nothing inline but what it hashed', () => {
  expect(page.get('default-src')).toEqual(["'self'"]);
  expect(page.get('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'", "'sha256-a'"]);
  expect(page.get('style-src')).toEqual(["'self'", "'sha256-b'"]);
  expect(page.get('object-src')).toEqual(["'none'"]);
});

test('no policy names another origin, or lets inline code or eval run', () => {
  for (const policy of [[...page.values()], [...header.values()]]) {
    const loose = policy
      .flat()
      .filter((source) => !/^'(self|none|wasm-unsafe-eval|sha256-.)'$|^data:$/.test(source));
    expect(loose).toEqual([]);
  }
});

test('a server says of every file what a page says, but for what a page knows alone', () => {
  for (const [name, sources] of header) {
    // No other site may embed a page in a frame: that works only in a header.
    if (name === 'frame-ancestors') continue;
    expect([name, sources]).toEqual([name, page.get(name)]);
  }
  const left = [...page.keys()].filter((name) => !header.has(name));
  expect(left).toEqual(['default-src', 'script-src', 'style-src']);
});
