/** Address of a page from the site's root: "faq" is at "/faq/", the home page ("") at "/". */
export function pagePath(slug: string): string {
  return slug === '' ? '/' : `/${slug}/`;
}
