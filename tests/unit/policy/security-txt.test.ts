import { expect, test } from 'vitest';
import { formatSecurityTxt } from '../../../src/build/policy/security-txt.ts';

const expires = new Date('2027-11-24');

test('names the contact and the page of the site', () => {
  const site = new URL('https://example.org/guide');
  const text = formatSecurityTxt('mailto:a@example.org', site, expires);
  expect(text.split('\n').slice(1)).toEqual([
    'Contact: mailto:a@example.org',
    'Contact: https://example.org/guide/about/#report-an-error',
    'Expires: 2027-11-24T00:00:00Z',
    'Preferred-Languages: en',
    'Canonical: https://example.org/guide/.well-known/security.txt',
    '',
  ]);
});

test('invents no contact', () => {
  const text = formatSecurityTxt(undefined, undefined, expires);
  expect(text).not.toMatch(/^Contact/m);
  expect(text).toContain('# This copy was built without a contact');
});
