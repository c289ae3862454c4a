/** The style as the site uses it: with authors for running text, and "Section" spelt out. */
export function mendStyle(style: string): string {
  return withNarrative(withCapitals(style));
}

/** APA 7 §8.13 writes "Section 2" and "Figure 3" in full, as it does "Chapter 4". */
function withCapitals(style: string): string {
  const labels = '<if locator="chapter figure part section" match="any">';
  return style.replace('<if locator="chapter">', labels);
}

/**
 * The style with a layout for authors in running text, made of the style's own author macro: "and"
 * stands there in place of "&", as APA 7 §8.17 asks. citeproc uses an `intext` layout for authors
 * cited alone; CSL 1.0 styles bring none. A style without that macro is returned as it is.
 */
function withNarrative(style: string): string {
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
