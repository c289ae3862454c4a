/** A text as a regular expression that matches it alone; `RegExp.escape()` is newer than the browsers we support. */
export function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
