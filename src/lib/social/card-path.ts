/** Where a page's card lies, from the site's root, by its slug; the home page's slug is empty. */
export function cardPath(slug: string): string {
  return `social/${slug || 'index'}.png`;
}
