/**
 * Moves every `<style>` of the body to the end of the head, the one place where HTML allows it.
 * Astro writes one before the first island of a page.
 */
export function liftStyles(html: string): string {
  const head = html.indexOf('</head>');
  if (head < 0) return html;
  const styles: string[] = [];
  const body = html.slice(head).replace(/<style(?:\s[^>]*)?>[^<]*<\/style>/g, (style) => {
    styles.push(style);
    return '';
  });
  return html.slice(0, head) + styles.join('') + body;
}
