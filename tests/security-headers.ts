import { readFileSync } from 'node:fs';

const [everyFile = ''] =
  readFileSync('public/_headers', 'utf8')
    .split(/^\/\*\n/m)[1]
    ?.split('\n\n') ?? [];

/** The headers that public/_headers names for every file; other server configurations repeat them. */
export const securityHeaders: Record<string, string> = Object.fromEntries(
  [...everyFile.matchAll(/^ {2}([\w-]+): (.*)$/gm)].map(([, name = '', value = '']) => [
    name,
    value,
  ]),
);
