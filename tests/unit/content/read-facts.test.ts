// cspell:ignore langauge
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

// Plain Node loads the file, as for authors: Vitest's loader would report other errors.
const script = `
  const { findFactMistakes } = await import(process.argv[1]);
  const found = [];
  for (const root of process.argv.slice(2)) found.push(await findFactMistakes(root));
  console.log(JSON.stringify(found));`;

const facts = readFileSync('src/content/site.yaml', 'utf8');
const lineOf = (part: string) => facts.slice(0, facts.indexOf(part)).split('\n').length;

const mistakes = [
  {
    find: /direction: '(\w+)'/,
    put: "direction: ''$1'",
    line: lineOf('direction:'),
    says: 'This is not valid YAML',
  },
  { find: 'tagline:', put: 'tagline', line: lineOf('tagline:'), says: 'This is not valid YAML' },
  {
    find: /language: '[^']*'/,
    put: "language: 'fr-CA'",
    line: lineOf("language: '"),
    says: 'src/content/i18n/fr-CA.json is not there',
  },
  {
    find: /language: '[^']*'/,
    put: "language: 'en_GB'",
    line: lineOf("language: '"),
    says: 'no tag',
  },
  {
    find: /language: '[^']*'/,
    put: "language: 'en-UK'",
    line: lineOf("language: '"),
    says: 'no tag',
  },
  { find: "language: '", put: "langauge: '", line: lineOf("language: '"), says: '"langauge"' },
  { find: /direction: '\w+'/, put: "direction: 'lrt'", line: lineOf('direction:'), says: '“lrt”' },
  { find: /paper: \['#\w+'/, put: "paper: ['beige'", line: lineOf('paper:'), says: '“beige”' },
  { find: /\ntagline: .*/, put: '', says: 'lacks "tagline"' },
  {
    find: 'features:\n',
    put: "fonts: { titles: { name: 'Lora', regular: 'src/content/fonts/lora.woff2' } }\nfeatures:\n",
    line: lineOf('features:\n'),
    says: 'There is no WOFF2 file "src/content/fonts/lora.woff2"',
  },
  {
    find: /search: '(\w+)'/,
    put: "search: '/$1/'",
    line: lineOf("search: '"),
    says: 'not in the right form',
  },
  {
    find: /practice: \w+/,
    put: "practice: 'no'",
    line: lineOf('practice:'),
    says: 'not true or false',
  },
  { find: "id: 'in-step'", put: "id: 'start'", line: lineOf("id: 'in-step'"), says: 'Two parts' },
];

test('each mistake in the facts of a guide is reported once, with file and line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'facts-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const make = (name: string, text: string) => {
    const root = join(folder, name);
    cpSync('src/content/i18n', join(root, 'src/content/i18n'), { recursive: true });
    writeFileSync(join(root, 'src/content/site.yaml'), text);
    return root;
  };
  const roots = [
    make('right', facts),
    ...mistakes.map(({ find, put }, index) => make(String(index), facts.replace(find, put))),
  ];
  const module = pathToFileURL(resolve('src/content-model/build/read-facts.ts')).href;
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', script, module, ...roots],
    { encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  const [right, ...wrong] = JSON.parse(stdout) as {
    file: string;
    line?: number;
    message: string;
  }[][];
  expect(right).toEqual([]);
  expect(wrong).toMatchObject(
    mistakes.map(({ line, says }) => [
      {
        file: 'src/content/site.yaml',
        message: expect.stringContaining(says),
        ...(line === undefined ? {} : { line }),
      },
    ]),
  );
});

test('invalid JSON in a file of messages is reported with its own file and line', () => {
  const root = mkdtempSync(join(tmpdir(), 'facts-'));
  onTestFinished(() => {
    rmSync(root, { recursive: true });
  });
  mkdirSync(join(root, 'src/content/i18n'), { recursive: true });
  writeFileSync(
    join(root, 'src/content/site.yaml'),
    facts.replace(/language: '[^']*'/, "language: 'fr'"),
  );
  writeFileSync(join(root, 'src/content/i18n/fr.json'), '{\n  "a": "b"\n  "c": "d"\n}\n');
  const module = pathToFileURL(resolve('src/content-model/build/read-facts.ts')).href;
  const { stdout } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', script, module, root],
    {
      encoding: 'utf8',
    },
  );
  expect(JSON.parse(stdout)).toMatchObject([[{ file: 'src/content/i18n/fr.json', line: 3 }]]);
});

test('a message used in code and missing from en.json is reported with the place that uses it', () => {
  const root = mkdtempSync(join(tmpdir(), 'facts-'));
  onTestFinished(() => {
    rmSync(root, { recursive: true });
  });
  mkdirSync(join(root, 'src/content'), { recursive: true });
  writeFileSync(join(root, 'src/content/site.yaml'), facts);
  cpSync('src/content/i18n', join(root, 'src/content/i18n'), { recursive: true });
  writeFileSync(
    join(root, 'src/shown.ts'),
    "export const label =\n  t('ships.leave') + t('ships.back', { count: 2 }) + format('ships.none');\n",
  );
  const english = join(root, 'src/content/i18n/en.json');
  const messages = JSON.parse(readFileSync(english, 'utf8')) as object;
  writeFileSync(
    english,
    JSON.stringify({ ...messages, 'ships.back_one': 'one', 'ships.back_other': 'many' }),
  );
  const module = pathToFileURL(resolve('src/content-model/build/read-facts.ts')).href;
  const { stdout } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', script, module, root],
    { encoding: 'utf8' },
  );
  expect(JSON.parse(stdout)).toMatchObject([
    [
      {
        file: 'src/content/i18n/en.json',
        message: 'The message "ships.leave" is missing, and src/shown.ts:2 shows it.',
      },
    ],
  ]);
});
