import { type DefaultTreeAdapterTypes as Html, parseFragment } from 'parse5';

/** Text without markup. */
export function stripTags(text: string): string {
  return text.replace(/<\/?[a-z][^<>]*>/gi, '');
}

/** Markup that CSL-JSON may hold in a title; other tags are not kept. */
const allowed =
  /^<(\/?(i|b|sup|sub|sc)|span class="nocase"|\/span|span style="font-variant:small-caps;?")>$/i;

/**
 * Text from a file of references: entities as characters, letters composed, only CSL's own markup,
 * spaces single.
 */
export function cleanText(text: string): string {
  const decoded = /&(#?\w+);/.test(text) ? decodeEntities(decodeEntities(text)) : text;
  return decoded
    .replace(/<(\/?)em>/gi, '<$1i>')
    .replace(/<\/?[a-z][^<>]*>/gi, (tag) => (allowed.test(tag) ? tag : ''))
    .replace(/\u0131(?=\p{M})/gu, 'i')
    .replace(/[\u00AD\u200B\u2060\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC');
}

function decodeEntities(text: string): string {
  return text.replace(/&(#?\w+);/g, (entity) => {
    const [node] = parseFragment(entity).childNodes;
    return node && 'value' in node ? (node as Html.TextNode).value : entity;
  });
}

/** Lower case without accents, markup and punctuation, single spaces: for comparing titles. */
export function foldText(text: string): string {
  return stripTags(text)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[’']/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
