const named: Record<string, string> = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>' };

/** Reads the character references that an attribute's value may hold; unknown names stay. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (all, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(parseInt(String(hex), 16));
    if (decimal) return String.fromCodePoint(Number(decimal));
    return named[String(name)] ?? all;
  });
}

/** Writes text as an attribute's value between quotes of either kind. */
export function encodeAttribute(text: string): string {
  return text.replace(/[&"'<]/g, (character) => `&#${String(character.charCodeAt(0))};`);
}
