import { basename } from 'node:path';
import { groupBy } from '../../lib/text/format.ts';
import { explainHomoglyph } from '../../lib/text/nearest.ts';
import { collections, containsFile, placeOf, type Collections } from '../collections.ts';
import { lineAt, locate, mistake } from '../model/problem.ts';
import type { Mistake, Problem, Source } from '../model/problem.ts';

/** The file extensions used in each folder of src/content: those of declared collections, pages and drawings. */
function extensionsByFolder(declared: Collections): Map<string, string[]> {
  const own = ['docs/*.mdx', 'drawings/*.svg'].map((files) => placeOf({ files }));
  const places = [...own, ...Object.values(declared).map(placeOf)].filter(({ folder }) => folder);
  const byFolder = groupBy(places, ({ folder }) => folder);
  return new Map(
    [...byFolder].map(([name, all]) => [name, [...new Set(all.map(({ end }) => end))]]),
  );
}

const root = 'src/content/';

/** Files that nothing reads: in the wrong folder, with the wrong extension, or with a name unfit for a URL. */
export function checkFiles(paths: string[], declared: Collections = collections): Problem[] {
  const ends = extensionsByFolder(declared);
  const isRead = (path: string) =>
    /^docs\/.*\.mdx$|^drawings\/[^/]+\.svg$/.test(path) ||
    Object.values(declared).some((one) => containsFile(one, path));
  return paths.flatMap((file) =>
    locate({ file }, checkName(file) ?? checkPlace(file.slice(root.length), ends, isRead)),
  );
}

function checkName(file: string): Mistake | undefined {
  const name = basename(file);
  const homoglyph = explainHomoglyph(name);
  if (homoglyph) return { message: 'The file’s name is not what it looks like.', hint: homoglyph };
  if (file.startsWith(`${root}docs/`) && /[A-Z]/.test(name))
    return mistake`The file’s name has capital letters, and becomes the page’s address.
      Rename it ${name.toLowerCase()}.`;
  const [copy, stem = '', end = ''] =
    /^(.*?)[ ._-]*(?:\(\d+\)|\bcopy(?: \d+)?)[ ._-]*(\.\w+)$/.exec(name) ?? [];
  if (copy !== undefined)
    return mistake`The file is named as a copy of another.
      Remove it if it is one, or name it after its content, such as ${slugifyFileName(`${stem}-2${end}`)}.`;
  if (/[^\w.\s-]/.test(name))
    return mistake`The file’s name has signs that an address cannot have.
      Rename it ${slugifyFileName(name.normalize('NFD').replace(/[^\w.\s-]/g, ''))}.`;
  if (!/[\s_]/.test(name)) return undefined;
  return mistake`The file’s name has a space or an underscore, and becomes an address.
    Rename it ${slugifyFileName(name)}.`;
}

/** A file name fit for a URL: "Two words .mdx" → "two-words.mdx". */
export function slugifyFileName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[\s_]+(?=\.|$)/g, '')
    .replace(/[\s_]+/g, '-');
}

/** A file name without the second extension that some programs add: "storms.mdx.txt" → "storms.mdx". */
export function withoutLastExtension(name: string): string {
  return name.replace(/(?<=\.\w+)\.\w+$/, '');
}

function checkPlace(
  path: string,
  folders: Map<string, string[]>,
  isRead: (path: string) => boolean,
): Mistake | undefined {
  if (isRead(path)) return undefined;
  const meant = withoutLastExtension(path);
  if (isRead(meant)) {
    const [ends] = /(\.\w+){2}$/.exec(path) ?? [];
    return mistake`The file’s name ends in ${ends}, so that nothing reads it.
      Rename it ${basename(meant)}; some computers hide the last end of a name.`;
  }
  if (!path.includes('/')) {
    const [home] = [...folders].find(([, ends]) => ends.some((end) => path.endsWith(end))) ?? [];
    return mistake`Nothing reads this file where it is.
      ${home ? `Move it to ${root}${home} if it belongs to the ${home}.` : 'Remove it.'}`;
  }
  const [folder, ends = []] = [...folders].find(([one]) => path.startsWith(`${one}/`)) ?? [];
  if (folder === undefined)
    return mistake`Nothing reads this folder.
      The folders are: ${[...folders.keys()].join(', ')}.`;
  if (ends.some((end) => path.endsWith(end)))
    return mistake`Nothing reads a file of this name in ${root}${folder}.
      Correct its name, or declare it in src/content-model/collections.ts.`;
  return mistake`Nothing reads this file: files of ${root}${folder} end in ${ends.join(' or ')}.
    ${renameHint(basename(path), ends)}`;
}

function renameHint(name: string, ends: string[]): string {
  if (/\.(jpe?g|png|gif|webp|avif|svg|pdf|mp[34])$/i.test(name))
    return `Move it to public/${name}; pages then show it as /${name}.`;
  return /\.(mdx?|ya?ml|json|txt|csv)$/i.test(name)
    ? `Rename it ${name.replace(/\.\w+$/, '')}${ends[0] ?? ''}.`
    : 'Move it out of src/content, or remove it.';
}

/** The first characters of binary files when decoded as UTF-8. */
const binaries: [start: string, kind: string][] = [
  ['\uFFFDPNG', 'a PNG image'],
  ['\uFFFD\uFFFD\uFFFD', 'a JPEG image'],
  ['GIF8', 'a GIF image'],
  ['RIFF', 'a WebP image'],
  ['PK\u0003\u0004', 'a ZIP archive, as Word and LibreOffice save'],
  ['\uFFFD\uFFFD\u0011\u0871', 'a document of an old Word'],
  ['%PDF-', 'a PDF'],
  ['{\\rtf', 'rich text (RTF)'],
];

/** Describes the kind of a binary file; undefined for text in any encoding. */
function findBinary(text: string): string | undefined {
  const kind = binaries.find(([start]) => text.startsWith(start))?.[1];
  // UTF-16 has a BOM of two bytes, or a zero byte in every ASCII character, so half of its length.
  const zeros = text.length - text.replaceAll('\0', '').length;
  const isUnknown = zeros > 0 && zeros < text.length / 4 && !text.startsWith('\uFFFD\uFFFD');
  return kind ?? (isUnknown ? 'the file of another program' : undefined);
}

/** Whether a file is binary or UTF-16, which no check can read. */
export function isUnreadable({ text }: Source): boolean {
  return text.includes('\0') || findBinary(text) !== undefined;
}

/** Wrong encoding, lone CR line ends or merge conflict markers in a file; LF and CRLF are both allowed. */
export function checkText({ path, text }: Source): Problem[] {
  const wrong = findWrongEncoding(text);
  const at = text.indexOf('\uFFFD');
  if (wrong || at >= 0)
    return locate({ file: path, line: wrong ? 1 : lineAt(text, at) }, wrong ?? notUtf8);
  const conflict = /^(<{7} |={7}$|>{7} )/m.exec(text);
  return conflict ? locate({ file: path, line: lineAt(text, conflict.index) }, mergeConflict) : [];
}

/** A BOM, a binary file, UTF-16, or the CR line ends of old Macs. */
function findWrongEncoding(text: string): Mistake | undefined {
  if (text.startsWith('\uFEFF'))
    return mistake`The file begins with a byte-order mark, an invisible character that breaks it.
      Save it as “UTF-8” and not as “UTF-8 with BOM”.`;
  const binary = findBinary(text);
  if (binary !== undefined)
    return mistake`This is no text file but ${binary}, whatever its name ends in.
      Save its words in a plain text editor, as “UTF-8”; pictures belong in public/.`;
  if (text.includes('\r') && !text.includes('\n'))
    return mistake`The file has the line ends of old Macs (CR alone), and reads as one long line.
      Save it with the line ends of Unix (LF) or Windows (CRLF).`;
  if (!text.includes('\0')) return undefined;
  return mistake`The file is saved as UTF-16, which nothing here can read.
    Save it as “UTF-8”.`;
}

const notUtf8 = mistake`The file is not in UTF-8: a letter here cannot be read.
  Save it as “UTF-8” and write the letter again.`;

const mergeConflict = mistake`Git has left two versions of the text here.
  Choose one, and delete the lines of <<<<<<<, ======= and >>>>>>>.`;
