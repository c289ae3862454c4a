import { serveSite } from './server.ts';

// Serves dist/ for the browser tests: `node tests/serve.ts PORT`.
const { url } = await serveSite('dist', {
  port: Number(process.argv[2]),
  // Files with a hash in their name are fetched once a browser context.
  cache: (path) => (path.startsWith('/_astro/') ? 'max-age=31536000, immutable' : 'no-cache'),
});
console.log(url);
