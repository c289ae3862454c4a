import { serveSite } from './server.ts';

// Serves dist/ for the browser tests: `node tests/serve.ts PORT`.
const { url } = await serveSite('dist', { port: Number(process.argv[2]), cache: 'no-cache' });
console.log(url);
