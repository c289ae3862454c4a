import { serveSite } from './server.ts';

// Serves dist/ for the browser tests: `node tests/serve.ts PORT`.
const { url } = await serveSite('dist', {
  port: Number(process.argv[2]),
  // What bears its hash in its name is fetched once a context.
  cache: (path) => (path.startsWith('/_astro/') ? 'max-age=31536000, immutable' : 'no-cache'),
});
console.log(url);
