const special: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Text with TeX's own characters escaped; other characters stay as UTF-8. */
export function escapeTex(text: string): string {
  return text.replace(/[&%$#_{}~^\\]/g, (char) => special[char] ?? `\\${char}`);
}

/**
 * A title in sentence case, its names and abbreviations in braces so that no style puts them in
 * lower case: "Infancy in {Uganda}: Infant care". CSL's inline HTML becomes TeX.
 */
export function protectTitle(title: string): string {
  return title
    .split(/(<span class="nocase">.*?<\/span>|<\/?(?:i|b|sup|sub)>)/)
    .map((part, at) => (at % 2 === 0 ? protectWords(part, at === 0) : writeMarkup(part)))
    .join('');
}

const commands: Record<string, string> = {
  '<i>': '\\emph{',
  '<b>': '\\textbf{',
  '<sup>': '\\textsuperscript{',
  '<sub>': '\\textsubscript{',
};

function writeMarkup(part: string): string {
  const inner = /^<span[^>]*>(.*)<\/span>$/.exec(part)?.[1];
  return inner === undefined ? (commands[part] ?? '}') : `{${escapeTex(inner)}}`;
}

/** Only the first word, and one after a colon, keep their capital in every style unprotected. */
function protectWords(text: string, opens: boolean): string {
  let begins = opens;
  return text
    .split(/(\s+)/)
    .map((word) => {
      const [, before = '', core = '', after = ''] =
        /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u.exec(word) ?? [];
      const capitals = /\p{Lu}/u.test(begins ? core.slice(1) : core);
      if (after.includes(':')) begins = true;
      else if (/\p{L}/u.test(core)) begins = false;
      const written = escapeTex(core);
      return `${escapeTex(before)}${capitals ? `{${written}}` : written}${escapeTex(after)}`;
    })
    .join('');
}
