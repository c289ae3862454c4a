import { createHash } from 'node:crypto';
import type { BuildStep } from '../run-steps.ts';
import { findInlineCode, insertPolicy, liftStyles } from './page-code.ts';
import { formatPagePolicy } from './policy.ts';

/**
 * Gives every page a Content Security Policy that needs no server: the hashes of the scripts and
 * styles within it, and everything else from the site itself. Steps after it must not change pages.
 */
export const contentPolicy: BuildStep = {
  name: 'content-policy',
  run: ({ site }) => {
    for (const page of site.pages)
      site.write(page, addPolicy(liftStyles(site.readText(page)), page));
    return `Gave ${String(site.pages.length)} pages their content policy`;
  },
};

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
