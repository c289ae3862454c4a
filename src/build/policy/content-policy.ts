import { fixedDirectives, headerDirectives, scriptSources, styleSources } from './directives.ts';

/** Hashes of what stands within one page, such as `'sha256-…'`. */
export interface InlineHashes {
  /** Of `<script>` elements. */
  scripts: readonly string[];
  /** Of `<style>` elements. */
  styles: readonly string[];
}

/** The Content Security Policy of one page, for its `<meta>`. */
export function formatPagePolicy({ scripts, styles }: InlineHashes): string {
  return formatDirectives({
    'default-src': ["'self'"],
    'script-src': [...scriptSources, ...scripts],
    'style-src': [...styleSources, ...styles],
    ...fixedDirectives,
  });
}

/**
 * The policy that a server sends with every file. It knows no page's hashes, so it leaves scripts
 * and styles (and `default-src`, which would stand for them) to the page: a browser obeys both.
 */
export function formatHeaderPolicy(): string {
  return formatDirectives({ ...fixedDirectives, ...headerDirectives });
}

function formatDirectives(directives: Record<string, readonly string[]>): string {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}
