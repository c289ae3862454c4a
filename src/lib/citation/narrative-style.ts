/**
 * The style with a layout for authors in running text, made of the style's own author macro: "and"
 * stands there in place of "&", as APA 7 §8.17 asks. citeproc uses an `intext` layout for authors
 * cited alone; CSL 1.0 styles bring none. A style without that macro is returned as it is.
 */
export function withNarrative(style: string): string {
  const macro = /<macro name="author-intext">[^]*?<\/macro>/.exec(style)?.[0];
  if (!macro) return style;
  // Names in an `intext` layout do not inherit the options of <citation>.
  const citation = /<citation [^>]*>/.exec(style)?.[0] ?? '';
  const etAl = citation.match(/et-al-[a-z-]+="[^"]*"/g)?.join(' ') ?? '';
  const narrative = macro
    .replace('name="author-intext"', 'name="author-narrative"')
    .replaceAll('and="symbol"', `and="text" ${etAl}`);
  const layout = '<intext><layout><text macro="author-narrative"/></layout></intext>';
  return style
    .replace('<citation ', `${narrative}<citation `)
    .replace('</citation>', `</citation>${layout}`);
}
