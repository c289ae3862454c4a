/** The `<meta>` elements the step writes; also matches them in a page that has them. */
const written =
  /<meta http-equiv="Content-Security-Policy" content="[^"]*"><meta name="referrer" content="no-referrer">/;

/**
 * Puts a policy before anything in the head that it governs. The character set goes before it even
 * so: a browser looks for it in the first 1,024 bytes alone.
 * @throws Error when the page has no head.
 */
export function insertPolicy(html: string, policy: string): string {
  const head = /<head(?:\s[^>]*)?>/i.exec(html);
  if (!head) throw new Error('A page without <head> cannot have a content policy.');
  const at = head.index + head[0].length;
  let charset = '';
  const rest = html.slice(at).replace(/<meta charset="[^"]*"\s*\/?>/i, (meta) => {
    charset = meta;
    return '';
  });
  const meta =
    `<meta http-equiv="Content-Security-Policy" content="${policy}">` +
    '<meta name="referrer" content="no-referrer">';
  return html.slice(0, at) + charset + meta + rest;
}

/** Takes the policy out again, for an edition that is opened as a file and has no origin. */
export function removePolicy(html: string): string {
  return html.replace(written, '');
}
