import { basename } from 'node:path';
import { suggestion } from '../../lib/text/nearest.ts';
import type { Problem } from '../model/problem.ts';
import { certaintySchema } from '../schemas/evidence.ts';
import { findDuplicates, findUnknown, textsAt } from '../model/texts.ts';
import type { ComponentUse } from '../model/read-page.ts';
import { findBrokenAddress } from './check-links.ts';
import { checkProps, type Site, type SitePage } from './read-site.ts';

/** Attributes of components that have any; "!" marks required ones. The citation checks report a <Cite> without id. */
const attributes: Record<string, string[]> = {
  Cite: ['id', 'narrative', 'locator', 'prefix', 'suffix'],
  Term: ['id!'],
  Quiz: ['id!'],
  Research: ['title!'],
  Finding: ['id!', 'numbers'],
  Try: ['title'],
  MythList: ['part'],
  Certainty: ['level!'],
  Helplines: ['line', 'brief'],
  Handout: ['from', 'title', 'notes'],
};

/** Unknown or unimported components, broken imports, and wrong attributes, except ids of works. */
export function checkComponents(site: Site): Problem[] {
  const { components } = site.surroundings;
  const known = new Map(components.map((path) => [basename(path, '.astro'), path]));
  const levels = certaintySchema.options;
  const lines = textsAt(site.helplines, 'lines.*.id').map(({ text }) => text);
  // If two helplines have the same id, one of them may be a mistake for the id that a page uses.
  const isCertain = site.helplines && new Set(lines).size === lines.length;
  return [
    ...site.pages.flatMap((page) => [
      ...checkImports(page, known),
      ...checkUses(page, known),
      ...(page.outline?.uses ?? []).flatMap((use) => checkAttributes(page, use)),
      ...findDuplicateUses(page),
    ]),
    ...checkProps(site, 'Certainty', 'level', (level) =>
      findUnknown(level, levels, 'src/content/site.yaml', `There is no certainty "${level}".`),
    ),
    ...checkProps(site, 'Helplines', 'line', (id) => {
      const message = `No helpline has the id "${id}".`;
      return findUnknown(id, isCertain ? lines : undefined, 'src/content/helplines.yaml', message);
    }),
    ...checkProps(site, 'Handout', 'from', (from) => findBrokenAddress(from, site)),
  ];
}

/** Components whose anchor or label must be unique on a page; so must those of figures. */
const unique = ['KeyPoints', 'Quiz', 'Finding', 'MythList', 'QuestionIndex', 'GlossaryList'];

/** Components used twice on a page, which would duplicate their anchors and labels. */
function findDuplicateUses({ file, outline, markup }: SitePage): Problem[] {
  const figures = markup?.imports.filter(({ path }) => path.includes('/features/figures/')) ?? [];
  const names = new Set([...unique, ...figures.map(({ name }) => name)]);
  return findDuplicates(
    (outline?.uses ?? []).map((use) => ({ file, ...use })),
    ({ name, props }) => (names.has(name) ? `${name} ${JSON.stringify(props)}` : undefined),
    ({ name, props: { id } }, first) => ({
      message: `<${name}${id === undefined ? '' : ` id="${id}"`}> is on the page twice; the first is on line ${String(first.line)}.`,
      hint: 'Keep one of them, and link to it where readers need it again.',
    }),
  );
}

function checkImports({ file, markup }: SitePage, known: Map<string, string>): Problem[] {
  return (markup?.imports ?? []).flatMap(({ name, path, line }) => {
    // Pages may import only components.
    const found = [...known.values()].includes(path.replace('~/', 'src/'));
    if (found || (path.startsWith('~/') && /\.(?!astro$)\w+$/.test(path))) return [];
    const hint = explainImport('Write', name, known);
    return { file, line, message: `There is no component at ${path}.`, hint };
  });
}

function checkUses({ file, outline, markup }: SitePage, known: Map<string, string>): Problem[] {
  const imported = new Set(markup?.imports.map(({ name }) => name));
  const unimported = (outline?.uses ?? []).filter(
    ({ name }) => /^[A-Z]/.test(name) && !imported.has(name),
  );
  // Report the first use of each.
  const firsts = new Map(unimported.toReversed().map(({ name, line }) => [name, line]));
  return [...firsts].map(([name, line]) => {
    const message = known.has(name)
      ? `<${name}> is used and not imported.`
      : `There is no component <${name}>.`;
    return { file, line, message, hint: explainImport('Add above the text', name, known) };
  });
}

function checkAttributes(
  { file, markup }: SitePage,
  { name, props, line }: ComponentUse,
): Problem[] {
  const listed = attributes[name];
  if (!listed) return [];
  const names = listed.map((one) => one.replace('!', ''));
  const unknown = Object.keys(props).filter((key) => !names.includes(key));
  if (unknown.length > 0)
    return unknown.map((key) => {
      const hint = suggestion(key, names, 'src/components and src/features');
      return { file, line, message: `<${name}> takes no "${key}".`, hint };
    });
  const isCode = (key: string) =>
    markup?.expressions.some((one) => one.line === line && one.attribute === key);
  return names
    .filter((key) => listed.includes(`${key}!`) && !(key in props) && !isCode(key))
    .map((key) => {
      const hint = `Write <${name} ${key}="…">.`;
      return { file, line, message: `<${name}> lacks "${key}".`, hint };
    });
}

/** A hint: the line that imports a component, or similar names if no component has this name. */
function explainImport(todo: string, name: string, known: Map<string, string>): string {
  const home = known.get(name);
  return home === undefined
    ? suggestion(name, known.keys(), 'src/components and src/features')
    : `${todo}: import ${name} from '${home.replace('src/', '~/')}';`;
}
