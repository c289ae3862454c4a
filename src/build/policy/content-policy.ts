import { createHash } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { formatPagePolicy } from './policy.ts';
import { findInlineCode, insertPolicy, liftStyles } from './page-code.ts';

/**
 * Gives every page a Content Security Policy that needs no server: the hashes of the scripts and
 * styles within it, and everything else from the site itself. Steps after it must not change pages.
 */
export function contentPolicy(): AstroIntegration {
  return {
    name: 'content-policy',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const files = await readdir(root, { recursive: true });
        const pages = files.filter((file) => file.endsWith('.html'));
        for (const page of pages) {
          const path = join(root, page);
          await writeFile(path, addPolicy(liftStyles(await readFile(path, 'utf8')), page));
        }
        logger.info(`Gave ${String(pages.length)} pages their content policy.`);
      },
    },
  };
}

function addPolicy(html: string, page: string): string {
  const { scripts, styles, refused } = findInlineCode(html);
  if (refused.length > 0) {
    throw new Error(
      `dist/${page}: the content policy would ignore ${refused.join(', ')}. ` +
        'Use a class or an SVG attribute for a style, and a listener in a script for a handler.',
    );
  }
  return insertPolicy(
    html,
    formatPagePolicy({ scripts: scripts.map(hash), styles: styles.map(hash) }),
  );
}

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
