import { expect, test } from 'vitest';
import { findSiteAddress } from '../../../src/lib/url/page-path.ts';

test.each([
  [{}, undefined],
  [
    { SITE_URL: 'https://a.example/b/', NETLIFY: 'true', URL: 'https://c.example' },
    'https://a.example/b/',
  ],
  [{ NETLIFY: 'true', URL: 'https://c.example' }, 'https://c.example'],
  [{ URL: 'https://c.example' }, undefined],
  [{ VERCEL_PROJECT_PRODUCTION_URL: 'd.example' }, 'https://d.example'],
])('with %j the site is built for %s', (env, address) => {
  expect(findSiteAddress(env)).toBe(address);
});
