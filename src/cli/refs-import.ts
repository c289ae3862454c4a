import { readFileSync, writeFileSync } from 'node:fs';
import { type Duplicate, type Merge, mergeReferences } from '../lib/citation/import/merge.ts';
import { detectFormat, readRecords } from '../lib/citation/import/read-records.ts';
import { type Reference, referenceSchema } from '../schemas/reference.ts';

// `npm run refs:import FILE`: adds the works of a .bib, .ris or CSL-JSON file to references.json.
const target = 'src/content/references.json';
const [source] = process.argv.slice(2);
if (source === undefined) fail('Say which file: npm run refs:import works.bib');

const text = read(source);
const format = detectFormat(text);
if (!format) fail(`${source} is no BibTeX, RIS or CSL-JSON file.`);
const existing = JSON.parse(read(target)) as Reference[];
const merge = mergeReferences(existing, readSource(), inspect);
if (merge.added.length > 0) writeFileSync(target, `${JSON.stringify(merge.references, null, 1)}\n`);
report(source, merge);
if (merge.refused.length > 0) process.exitCode = 1;

function readSource() {
  try {
    return readRecords(text, format as NonNullable<typeof format>);
  } catch (error) {
    return fail(`${String(source)}: ${(error as Error).message}`);
  }
}

/** Everything wrong with a record by its schema. */
function inspect(record: Reference): string | undefined {
  const { error } = referenceSchema.safeParse(record);
  return error?.issues
    .map(({ path, message }) => `${path.map(String).join(' → ')}: ${message}`)
    .join('; ');
}

function report(file: string, { added, duplicates, refused, references }: Merge) {
  for (const { name, id } of added) console.log(`Added ${id}${name === id ? '' : ` (${name})`}`);
  for (const duplicate of duplicates) console.log(describe(duplicate));
  for (const { name, line, why } of refused)
    console.error(
      `${file}${line === undefined ? '' : `:${String(line)}`}: "${name}" was left out: ${why}`,
    );
  const counts = `${String(added.length)} added, ${String(duplicates.length)} there already, ${String(refused.length)} left out`;
  console.log(`${counts}; ${String(references.length)} works in ${target}.`);
  if (added.length > 0)
    console.log('Say in src/content/evidence.yaml what each of them found, before you cite it.');
}

/** Nothing of a duplicate is taken over, so nothing of it may vanish unseen. */
function describe({ name, of, why, more }: Duplicate): string {
  const fields = Object.entries(more).map(
    ([field, value]) => `${field} = ${JSON.stringify(value)}`,
  );
  const rest = fields.length > 0 ? `\n  It has what ours lacks: ${fields.join(', ')}` : '';
  return `There already: "${name}" is ${of} (${why}).${rest}`;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    return fail(`${file} cannot be read: ${(error as Error).message}`);
  }
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
