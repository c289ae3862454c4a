import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkRecord } from '../features/citations/model/checks/check-records.ts';
import {
  acceptTitles,
  mergeReferences,
  reportImport,
} from '../features/citations/model/import/merge.ts';
import {
  decodeText,
  detectFormat,
  explainFormat,
  readFile,
  type RecordFormat,
} from '../features/citations/model/import/read-file.ts';
import { referenceSchema, type Reference } from '../content-model/schemas/reference.ts';

// `npm run refs:import FILE`: adds the works of a .bib, .ris or CSL-JSON file to references.json. It shows
// the changes first, and writes them only if they lose nothing or the author agrees.
const target = 'src/content/references.json';
/** Value of `--sentence-case` for all titles. */
const all = '*';
const formats: Record<RecordFormat, string> = {
  bibtex: 'BibTeX',
  ris: 'RIS',
  'csl-json': 'CSL-JSON',
};
const { source, yes, accepts } = attempt(
  readArguments,
  (reason) => `${reason} Usage: npm run refs:import works.bib -- --yes`,
);
const { text, encoding } = attempt(
  () => decodeText(readFileSync(source)),
  (reason) => `${source} cannot be read: ${reason}`,
);
const format = detectFormat(text);
if (!format)
  fail(
    `${source} is not a BibTeX, RIS or CSL-JSON file. ${explainFormat(text) ?? 'Export one of these from your reference manager'}.`,
  );

const existing = JSON.parse(readFileSync(target, 'utf8')) as Reference[];
const records = attempt(
  () => readFile(text, format),
  (reason) => `${source}: ${reason}`,
);
const merge = mergeReferences(existing, records, describeMistakes);
const { details, table, isLossy } = reportImport(
  source,
  [formats[format], encoding].filter(Boolean).join(', '),
  merge,
);
const ids = merge.titles.map(({ id }) => id);
const unknown = (accepts ?? []).filter((id) => id !== all && !ids.includes(id));
if (unknown.length > 0) fail(`No title to change: ${unknown.join(', ')}.`);
for (const line of [...details, '', ...table, '']) console.log(line);

const isConfirmed = yes || (accepts !== undefined && !isLossy);
if ((isLossy || ids.length > 0) && !isConfirmed) {
  console.log('Nothing is written yet. Look at the lines above, then run the command again:');
  console.log(
    `  npm run refs:import ${source} -- --yes                  imports as shown, without changing titles`,
  );
  const [first] = ids;
  if (first !== undefined) {
    console.log(
      `  npm run refs:import ${source} -- --yes --sentence-case  also changes titles to sentence case`,
    );
    console.log(`  … --sentence-case=${first}  changes only those named, separated by commas`);
  }
  process.exitCode = 1;
} else if (merge.added.length > 0) {
  const chosen = merge.titles.filter(({ id }) => accepts?.includes(all) || accepts?.includes(id));
  const references = acceptTitles(merge.references, chosen);
  writeFileSync(target, `${JSON.stringify(references, null, 1)}\n`);
  console.log(`${String(references.length)} works in ${target}.`);
  console.log('Say in src/content/evidence.yaml what each of them found, before you cite it.');
} else console.log('Nothing new; nothing is written.');

function readArguments() {
  // `--sentence-case` may be given without a list of ids.
  const args = process.argv.slice(2).map((one) => one.replace(/^--sentence-case$/, `$&=${all}`));
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { yes: { type: 'boolean', default: false }, 'sentence-case': { type: 'string' } },
  });
  const [file] = positionals;
  if (file === undefined) return fail('Name a file: npm run refs:import works.bib');
  return { source: file, yes: values.yes, accepts: values['sentence-case']?.split(',') };
}

/** Problems of a record that the import could not correct. */
function describeMistakes(record: Reference): string | undefined {
  const { error } = referenceSchema.safeParse(record);
  const wrong =
    error?.issues.map(({ path, message }) => `${path.map(String).join(' ')}: ${message}`) ?? [];
  checkRecord(record, (_, message) => wrong.push(message));
  return wrong.join('; ') || undefined;
}

/** Runs a function; if it throws, ends the command with the message that `explain` makes from the reason. */
function attempt<T>(run: () => T, explain: (reason: string) => string): T {
  try {
    return run();
  } catch (error) {
    return fail(explain((error as Error).message));
  }
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
