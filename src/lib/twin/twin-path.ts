/** Where a page's Markdown twin lies, from the site's root, by its slug; the home page's slug is empty. */
export function twinPath(slug: string): string {
  return `${slug || 'index'}.md`;
}
