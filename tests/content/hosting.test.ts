import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { securityHeaders } from '../security-headers.ts';

/** Server configurations; each repeats the header values, in the format of its server. */
const files = [
  'public/_headers',
  'public/.htaccess',
  'hosting/nginx.conf',
  'hosting/Caddyfile',
  'hosting/lighttpd.conf',
  'hosting/vercel.json',
];

test.each([...files, 'public/web.config'])(
  '%s sends every security header of the policy',
  (file) => {
    const text = readFileSync(file, 'utf8');
    for (const [name, value] of Object.entries(securityHeaders)) {
      expect(text).toContain(name);
      expect(text).toContain(value);
    }
  },
);

test.each(files.filter((file) => !file.endsWith('.json')))(
  '%s declares Markdown and CSV as UTF-8, which servers do not by default',
  (file) => {
    const text = readFileSync(file, 'utf8');
    expect(text).toMatch(
      /text\/markdown; charset=utf-8|charset_types .*text\/markdown|AddCharset utf-8 .*\.md/,
    );
    expect(text).toMatch(
      /text\/csv; charset=utf-8|charset_types .*text\/csv|AddCharset utf-8 .*\.csv/,
    );
  },
);

test('CloudFront sends every security header; X-Content-Type-Options has a separate setting', () => {
  const text = readFileSync('hosting/s3/response-headers-policy.json', 'utf8');
  const { 'X-Content-Type-Options': nosniff, ...others } = securityHeaders;
  expect(nosniff).toBe('nosniff');
  expect(text).toContain('"ContentTypeOptions"');
  for (const value of Object.values(others)) expect(text).toContain(value);
});

test.each(files)('%s lets hashed files be cached for a year', (file) => {
  const text = readFileSync(file, 'utf8');
  expect(text).toContain('/_astro/');
  expect(text).toContain('public, max-age=31536000, immutable');
});
