const marker = /<template data-page=["']?([0-9a-f]+)["']?>(<\/template>)?/;

/**
 * A built page with its digest (that of the page without it) at its end. Hosts add scripts to pages
 * or rewrite parts of them, so a page is known by this mark and not by its bytes; where the mark has
 * come, so has all that stands before it.
 */
export function markPage(html: string, digest: string): string {
  const mark = `<template data-page="${digest}"></template>`;
  const end = html.lastIndexOf('</body>');
  return end < 0 ? html + mark : html.slice(0, end) + mark + html.slice(end);
}

/** The digest that a page bears; undefined where it bears none. */
export function findPageMark(html: string): string | undefined {
  return marker.exec(html)?.[1];
}

/** A page as it was before it was marked. */
export function unmarkPage(html: string): string {
  return html.replace(marker, '');
}
