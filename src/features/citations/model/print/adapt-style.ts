/** A change to a style's text: where the style has `from`, it gets `to`. */
interface Change {
  /** Part of the style, for messages. */
  what: string;
  from: RegExp;
  to: string;
}

/** What APA 7 asks and the style of 2022 does not do. Other styles have none of these parts. */
export const apaChanges: Change[] = [
  {
    what: '§8.13: "Section 2" and "Figure 3" are written in full, as "Chapter 4" is',
    from: /<if locator="chapter">/,
    to: '<if locator="chapter figure part section" match="any">',
  },
  {
    what: '§10.6: "(Publication No. 123456)" of a thesis, without its kind',
    from: /(<macro name="number">[^]*?)<text variable="genre" text-case="title"\/>/,
    to: '$1<choose><if type="thesis"><text value="Publication"/></if><else><text variable="genre" text-case="title"/></else></choose>',
  },
  {
    what: '§10.6: the university is no part of a thesis’s number',
    from: /(<macro name="number">[^]*?)<if type="thesis">\s*<choose>\s*<!--[^>]*-->\s*<if variable="archive DOI URL" match="any">\s*<text variable="publisher"\/>\s*<\/if>\s*<\/choose>\s*<\/if>/,
    to: '$1<if type="thesis"><text value=""/></if>',
  },
  {
    what: '§10.6: "[Doctoral dissertation, University of Example]" also beside a number',
    from: /(<else-if type="thesis">\s*<!-- Thesis type and institution -->\s*<group delimiter="; ">\s*<choose>\s*)<if variable="number" match="none">/,
    to: '$1<if type="thesis">',
  },
];

/** The style as the site uses it. A style that lacks a part is left as it is there. */
export function adaptStyle(style: string): string {
  const changed = apaChanges.reduce((text, { from, to }) => text.replace(from, to), style);
  return withNarrative(withOwnOrder(changed));
}

/** Variables that no style prints, for the place of a work in the list and in a citation. */
export const listRank = 'annote';
export const citationRank = 'keyword';

/**
 * The style with the orders of `sortForList` and `sortForCitation`, which the two variables hold. CSL
 * can sort neither letter by letter nor without the articles of titles.
 */
function withOwnOrder(style: string): string {
  return style.replace(/<(citation|bibliography) [^]*?<\/\1>/g, (part, name) => {
    const variable = name === 'citation' ? citationRank : listRank;
    return part.replace(/<sort>[^]*?<\/sort>/, `<sort><key variable="${variable}"/></sort>`);
  });
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
