import { findLookAlike } from '../../lib/text/nearest.ts';
import type { Problem } from '../model/problem.ts';
import { lineAt, type Source } from './source.ts';

/** What each folder of src/content holds: the ends of its files' names, and what to call them. */
const folders: { folder: string; ends: RegExp; wanted: string }[] = [
  { folder: 'docs', ends: /\.mdx$/, wanted: 'pages, whose names end in .mdx' },
  { folder: 'glossary', ends: /\.md$/, wanted: 'terms, whose names end in .md' },
  { folder: 'findings', ends: /\.yaml$/, wanted: 'findings, in files that end in .yaml' },
  { folder: 'asked', ends: /\.yaml$/, wanted: 'what readers ask, in files that end in .yaml' },
  { folder: 'quizzes', ends: /\.yaml$/, wanted: 'quizzes, whose names end in .yaml' },
  { folder: 'figures', ends: /\.(yaml|csv)$/, wanted: 'chart data, in .yaml and .csv' },
  { folder: 'i18n', ends: /\.json$/, wanted: 'the words of the interface, in .json' },
];

/** Files that stand in src/content itself. */
const alone =
  /^(references\.json|(evidence|topics|myths|helplines|questions|authors|synonyms|best-bets|reflection|exceptions)\.yaml)$/;

const root = 'src/content/';

/** Files that nothing would read: in the wrong folder, with the wrong end, or named beyond an address. */
export function checkFiles(paths: string[]): Problem[] {
  return paths.flatMap((file) => {
    const problem = checkName(file) ?? checkPlace(file);
    return problem ? [{ file, ...problem }] : [];
  });
}

type Found = Omit<Problem, 'file'> | undefined;

function checkName(file: string): Found {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const trap = findLookAlike(name);
  if (trap) return { message: 'The file’s name is not what it looks like.', hint: trap };
  const inDocs = file.startsWith(`${root}docs/`);
  if (inDocs && /[A-Z]/.test(name)) {
    return {
      message: 'The file’s name has capital letters, and becomes the page’s address.',
      hint: `Rename it ${name.toLowerCase()}.`,
    };
  }
  const copy = /^(.*?)[ ._-]*(\(\d+\)|\bcopy( \d+)?)[ ._-]*(\.\w+)$/.exec(name);
  if (copy) {
    return {
      message: 'The file is named as a copy of another.',
      hint: `Remove it if it is one, or name it after what it holds, as ${plainName(`${String(copy[1])}-2${String(copy[4])}`)}.`,
    };
  }
  if (/[^\w.\s-]/.test(name)) {
    return {
      message: 'The file’s name has signs that an address cannot have.',
      hint: `Rename it ${plainName(name.normalize('NFD').replace(/[^\w.\s-]/g, ''))}.`,
    };
  }
  if (/[\s_]/.test(name)) {
    return {
      message: 'The file’s name has a space or an underscore, and becomes an address.',
      hint: `Rename it ${plainName(name)}.`,
    };
  }
  return undefined;
}

/** A file's name as it becomes a good address: "Two words .mdx" → "two-words.mdx". */
export function plainName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[\s_]+(?=\.|$)/g, '')
    .replace(/[\s_]+/g, '-');
}

function checkPlace(file: string): Found {
  const path = file.slice(root.length);
  if (!path.includes('/')) {
    if (alone.test(path)) return undefined;
    const home = folders.find(({ ends }) => ends.test(path));
    return {
      message: 'Nothing reads this file where it stands.',
      hint: home
        ? `Move it to ${root}${home.folder} if it belongs to the ${home.folder}.`
        : 'Remove it.',
    };
  }
  const own = folders.find(({ folder }) => path.startsWith(`${folder}/`));
  if (!own)
    return {
      message: 'Nothing reads this folder.',
      hint: `The folders are: ${folders.map(({ folder }) => folder).join(', ')}.`,
    };
  if (own.ends.test(path)) return undefined;
  return {
    message: `Nothing reads this file: ${root}${own.folder} holds ${own.wanted}.`,
    hint: renameHint(path, own.ends),
  };
}

/** Ends that a file of another kind may have got, and those that are read. */
const meantEnds = ['.mdx', '.md', '.yaml', '.csv', '.json'];

function renameHint(path: string, ends: RegExp): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const stem = name.replace(/\.\w+$/, '');
  if (/\.(jpe?g|png|gif|webp|avif|svg|pdf|mp[34])$/i.test(name))
    return `Move it to public/${name}; pages then show it as /${name}.`;
  const end = /\.(mdx?|ya?ml|json|txt|csv)$/i.test(name)
    ? meantEnds.find((one) => ends.test(one))
    : undefined;
  return end === undefined
    ? 'Move it out of src/content, or remove it.'
    : `Rename it ${stem}${end}.`;
}

/** What makes a file's text unreadable or ambiguous, whatever it holds. Line ends may be of either kind. */
export function checkText({ path, text }: Source): Problem | undefined {
  if (text.startsWith('\uFEFF')) {
    return {
      file: path,
      line: 1,
      message: 'The file begins with a byte-order mark, an invisible character that breaks it.',
      hint: 'Save it as “UTF-8” and not as “UTF-8 with BOM”.',
    };
  }
  if (text.includes('\0')) {
    return {
      file: path,
      line: 1,
      message: 'The file is saved as UTF-16, which nothing here can read.',
      hint: 'Save it as “UTF-8”.',
    };
  }
  const lost = text.indexOf('\uFFFD');
  if (lost >= 0) {
    return {
      file: path,
      line: lineAt(text, lost),
      message: 'The file is not in UTF-8: a letter here cannot be read.',
      hint: 'Save it as “UTF-8” and write the letter again.',
    };
  }
  const conflict = /^(<{7} |={7}$|>{7} )/m.exec(text);
  if (conflict) {
    return {
      file: path,
      line: lineAt(text, conflict.index),
      message: 'Git has left two versions of the text here.',
      hint: 'Choose one, and delete the lines of <<<<<<<, ======= and >>>>>>>.',
    };
  }
  return undefined;
}
