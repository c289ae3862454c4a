import { afterAll, expect, test } from 'vitest';
import { crawl } from '../crawl.ts';
import { pages } from '../pages.ts';
import { type ServerOptions, serveSite, type TestServer } from '../server.ts';

const running: TestServer[] = [];
afterAll(() => Promise.all(running.map((server) => server.close())));

const habits: ServerOptions[] = ['/', '/a/b/c/'].flatMap((base) =>
  [true, false].map((html) => ({ base, html })),
);

test.each(habits)('every address of the site answers without a browser: %j', async (habit) => {
  const server = await serveSite('dist', habit);
  running.push(server);
  const { pages: found, problems } = await crawl(server.url);
  expect(problems).toEqual([]);
  const paths = found.map((url) => `/${url.slice(server.url.length)}`).sort();
  expect(paths).toEqual(pages().filter((path) => path !== '/404.html'));
});
