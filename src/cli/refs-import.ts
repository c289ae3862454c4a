import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { findRecordMistakes } from '../features/citations/model/checks/check-records.ts';
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
  type DecodedText,
  type RecordFormat,
} from '../features/citations/model/import/read-file.ts';
import { referenceSchema, type Reference } from '../content-model/schemas/reference.ts';

// `npm run refs:import FILE`: adds the works of a .bib, .ris or CSL-JSON file to references.json. It
// shows first what it would do, and writes only what loses nothing, or what the author agrees to.
const target = 'src/content/references.json';
const formats: Record<RecordFormat, string> = {
  bibtex: 'BibTeX',
  ris: 'RIS',
  'csl-json': 'CSL-JSON',
};
const { source, yes, accepts } = readArguments();
const { text, encoding } = decode(source);
const format = detectFormat(text);
if (!format)
  fail(
    `${source} is no BibTeX, RIS or CSL-JSON file. ${explainFormat(text) ?? 'Export one of these from your reference manager'}.`,
  );

const existing = JSON.parse(readFileSync(target, 'utf8')) as Reference[];
const merge = mergeReferences(existing, read(text, format), inspect);
const { details, table, asks } = reportImport(
  source,
  [formats[format], encoding].filter(Boolean).join(', '),
  merge,
);
const chosen = merge.titles.filter(
  ({ id }) => accepts === true || (Array.isArray(accepts) && accepts.includes(id)),
);
const unknown = Array.isArray(accepts)
  ? accepts.filter((id) => !merge.titles.some((one) => one.id === id))
  : [];
if (unknown.length > 0) fail(`No title to change: ${unknown.join(', ')}.`);
for (const line of [...details, '', ...table, '']) console.log(line);

const settled = yes || (accepts !== undefined && merge.leftOut.length === 0 && !losesFields());
if (asks && !settled) {
  console.log('Nothing is written yet. Look at the lines above, then run the command again:');
  console.log(
    `  npm run refs:import ${source} -- --yes                  goes on as shown, titles as they are`,
  );
  if (merge.titles.length > 0) {
    console.log(
      `  npm run refs:import ${source} -- --yes --sentence-case  and takes the titles in sentence case`,
    );
    console.log(
      `  … --sentence-case=${String(merge.titles[0]?.id)}  takes only those named, parted by commas`,
    );
  }
  process.exitCode = 1;
} else if (merge.added.length > 0) {
  const references = acceptTitles(merge.references, chosen);
  writeFileSync(target, `${JSON.stringify(references, null, 1)}\n`);
  console.log(`${String(references.length)} works in ${target}.`);
  console.log('Say in src/content/evidence.yaml what each of them found, before you cite it.');
} else console.log('Nothing new; nothing is written.');

function losesFields(): boolean {
  return merge.added.some(({ remarks }) => remarks.some(({ kind }) => kind === 'lost'));
}

function readArguments() {
  // `--sentence-case` stands alone or has a list of ids.
  const named = process.argv.slice(2).map((one) => (one === '--sentence-case' ? `${one}=*` : one));
  try {
    const { values, positionals } = parseArgs({
      args: named,
      allowPositionals: true,
      options: { yes: { type: 'boolean', default: false }, 'sentence-case': { type: 'string' } },
    });
    const [file] = positionals;
    if (file === undefined) return fail('Say which file: npm run refs:import works.bib');
    const list = values['sentence-case'];
    return {
      source: file,
      yes: values.yes,
      accepts: list === '*' ? (true as const) : list?.split(','),
    };
  } catch (error) {
    return fail(`${(error as Error).message} Say: npm run refs:import works.bib -- --yes`);
  }
}

function read(content: string, kind: RecordFormat) {
  try {
    return readFile(content, kind);
  } catch (error) {
    return fail(`${source}: ${(error as Error).message}`);
  }
}

/** Everything wrong with a record that reading could not put right. */
function inspect(record: Reference): string | undefined {
  const { error } = referenceSchema.safeParse(record);
  const wrong =
    error?.issues.map(({ path, message }) => `${path.map(String).join(' ')}: ${message}`) ?? [];
  return (
    [...wrong, ...findRecordMistakes(record).map(({ message }) => message)].join('; ') || undefined
  );
}

function decode(file: string): DecodedText {
  try {
    return decodeText(readFileSync(file));
  } catch (error) {
    return fail(`${file} cannot be read: ${(error as Error).message}`);
  }
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
