/** Text of at most `length` characters: what is longer ends after a whole word, with "…". */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length).replace(/\W*\s\S*$/, '');
  return `${cut}…`;
}
