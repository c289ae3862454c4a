/** The text of one record of a file, with its place. */
export interface RawRecord {
  text: string;
  /** Line where it begins, from 1. */
  line: number;
  /** What the file calls it: its id, or "record 3". */
  name: string;
}

/** The entries of a BibTeX file; comments, strings and preambles between them are left out. */
export function splitBibtex(text: string): RawRecord[] {
  const starts = [...text.matchAll(/^[ \t]*@([a-z]+)\s*[{(]\s*([^,\s]*)/gim)];
  return starts.flatMap((start, at) => {
    if (/^(comment|string|preamble)$/i.test(start[1] ?? '')) return [];
    const record = text.slice(start.index, starts[at + 1]?.index);
    return [{ text: record, line: lineAt(text, start.index), name: start[2] || nameOf(at) }];
  });
}

/** The records of an RIS file, each from its TY to its ER line. */
export function splitRis(text: string): RawRecord[] {
  const starts = [...text.matchAll(/^TY {2}- /gm)];
  return starts.map((start, at) => {
    const record = text.slice(start.index, starts[at + 1]?.index);
    const id = /^ID {2}- (\S+)/m.exec(record)?.[1];
    return { text: record, line: lineAt(text, start.index), name: id ?? nameOf(at) };
  });
}

/** The text of every `@string` of a BibTeX file, which its entries may use. */
export function bibtexStrings(text: string): string {
  return (text.match(/^[ \t]*@string\s*[{(].*$/gim) ?? []).join('\n');
}

function nameOf(index: number): string {
  return `record ${String(index + 1)}`;
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length + (/^\s*\n/.test(text.slice(index)) ? 1 : 0);
}
