import { existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { collections, type Collection } from '../content-model/collections.ts';
import { toDraftKind } from './draft-entry.ts';
import { draftKinds, draftedCollections, writeFiles } from './drafts.ts';

// `npm run new -- page|question|term|reference|finding|myth`, or the name of any other declared
// collection: asks a few questions and writes a draft. Answers can also be arguments after the kind, or
// lines of standard input.
const [word = '', ...given] = process.argv.slice(2);
const others = Object.entries<Collection>(collections).flatMap(([name, collection]) => {
  const kind = toDraftKind(name, collection);
  return kind && !draftedCollections.includes(name) ? [[name, kind] as const] : [];
});
const kinds = new Map([...Object.entries(draftKinds), ...others]);
const kind = kinds.get(word);
if (!kind) {
  console.error(
    `${word ? `“${word}” is not a kind of content.` : 'Name a kind of content.'} Fix: npm run new -- ${[...kinds.keys()].join('|')}`,
  );
  process.exit(1);
}

const lines = createInterface({ input: process.stdin, output: process.stdout });
const typed = lines[Symbol.asyncIterator]();
const answers: Record<string, string> = {};
for (const [at, [id, ask, example]] of kind.prompts.entries()) {
  const answer = given[at];
  if (answer === undefined) console.log(`${ask} (such as “${example}”):`);
  answers[id] = (answer ?? String((await typed.next()).value ?? '')).trim();
}
lines.close();

try {
  const read = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);
  const { files, next } = kind.draft(answers, read);
  writeFiles(files);
  console.log(next);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
