import { suggestion } from '../../lib/text/nearest.ts';
import { certaintyWords } from '../../features/findings/model/grading.ts';
import type { Problem } from '../model/problem.ts';
import type { Use } from '../model/read-page.ts';
import { findBrokenAddress } from './check-links.ts';
import type { Site, SitePage } from './read-site.ts';

/** The attributes of components that take any; required ones first, each followed by "!". */
const attributes: Record<string, string[]> = {
  Cite: ['id!', 'narrative', 'locator', 'prefix', 'suffix'],
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

/**
 * Components that are not there or not imported, imports that lead nowhere, and attributes that a
 * component does not take or lacks. The ids of works are looked at elsewhere.
 */
export function checkComponents(site: Site): Problem[] {
  const known = new Map(site.surroundings.components.map((path) => [nameOf(path), path]));
  return site.pages.flatMap((page) => [
    ...checkImports(page, known),
    ...checkUses(page, known),
    ...(page.outline?.uses ?? []).flatMap((use) => [
      ...checkAttributes(page, use),
      ...checkValue(page, use, site),
    ]),
    ...findTwins(page),
  ]);
}

/** Components with an anchor or a label that no other on the page may have; figures have both. */
const unique = new Set([
  'KeyPoints',
  'Quiz',
  'Finding',
  'MythList',
  'QuestionIndex',
  'GlossaryList',
]);

/** Components that are on a page twice: their anchors and labels would, too. */
function findTwins({ file, outline, markup }: SitePage): Problem[] {
  const figures = markup?.imports.filter(({ path }) => path.includes('/features/figures/')) ?? [];
  const names = new Set([...unique, ...figures.map(({ name }) => name)]);
  names.delete('SmallLink');
  const first = new Map<string, number>();
  return (outline?.uses ?? []).flatMap(({ name, props, line }): Problem[] => {
    if (!names.has(name)) return [];
    const key = `${name} ${JSON.stringify(props)}`;
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, line);
      return [];
    }
    const id = props['id'] === undefined ? '' : ` id="${props['id']}"`;
    const message = `<${name}${id}> stands twice on the page; the first is on line ${String(before)}.`;
    const hint = 'Keep one of them, and link to it where readers need it again.';
    return [{ file, line, message, hint }];
  });
}

function checkImports({ file, markup }: SitePage, known: Map<string, string>): Problem[] {
  return (markup?.imports ?? []).flatMap(({ name, path, line }) => {
    // Pages import components alone.
    const found = [...known.values()].includes(path.replace('~/', 'src/'));
    if (found || (path.startsWith('~/') && /\.(?!astro$)\w+$/.test(path))) return [];
    const hint = explainImport('Write', name, known);
    return [{ file, line, message: `There is no component at ${path}.`, hint }];
  });
}

function checkUses({ file, outline, markup }: SitePage, known: Map<string, string>): Problem[] {
  const imported = new Set(markup?.imports.map(({ name }) => name));
  const told = new Set<string>();
  return (outline?.uses ?? []).flatMap(({ name, line }) => {
    if (!/^[A-Z]/.test(name) || imported.has(name) || told.has(name)) return [];
    told.add(name);
    const message = known.has(name)
      ? `<${name}> is used and not imported.`
      : `There is no component <${name}>.`;
    return [{ file, line, message, hint: explainImport('Add above the text', name, known) }];
  });
}

function checkAttributes({ file, markup }: SitePage, { name, props, line }: Use): Problem[] {
  const listed = attributes[name];
  if (!listed) return [];
  const names = listed.map((one) => one.replace('!', ''));
  const unknown = Object.keys(props).filter((key) => !names.includes(key));
  const lacking = listed.filter((one) => one.endsWith('!') && !(one.slice(0, -1) in props));
  const asCode = (key: string) =>
    markup?.expressions.some((one) => one.line === line && `${one.attribute}!` === key);
  const told = name === 'Cite' ? [] : lacking.filter((one) => !asCode(one));
  return [
    ...unknown.map((key) => ({
      file,
      line,
      message: `<${name}> takes no "${key}".`,
      hint: suggestion(key, names, 'src/components and src/features'),
    })),
    ...(unknown.length > 0 ? [] : told).map((one) => ({
      file,
      line,
      message: `<${name}> lacks "${one.slice(0, -1)}".`,
      hint: `Write <${name} ${one.slice(0, -1)}="…">.`,
    })),
  ];
}

/** An attribute whose value is one of few, and the value that there is not. */
function checkValue({ file }: SitePage, { name, props, line }: Use, site: Site): Problem[] {
  const { level, line: helpline, from } = props;
  if (name === 'Certainty' && level !== undefined && !Object.hasOwn(certaintyWords, level)) {
    const hint = suggestion(level, Object.keys(certaintyWords), 'src/site/site.ts');
    return [{ file, line, message: `There is no certainty "${level}".`, hint }];
  }
  if (name === 'Helplines' && helpline !== undefined && site.helplines) {
    const ids = site.helplines.flatMap(({ data: { lines } }) =>
      (Array.isArray(lines) ? (lines as { id?: string }[]) : []).flatMap(({ id }) => id ?? []),
    );
    const hint = suggestion(helpline, ids, 'src/content/helplines.yaml');
    // Where an id occurs twice, one of them may have been this one.
    return ids.includes(helpline) || new Set(ids).size < ids.length
      ? []
      : [{ file, line, message: `No helpline has the id "${helpline}".`, hint }];
  }
  const found = name === 'Handout' && from !== undefined && findBrokenAddress(from, site);
  return found ? [{ file, line, ...found }] : [];
}

/** The line that imports a component, or the names of others where there is none of this name. */
function explainImport(todo: string, name: string, known: Map<string, string>): string {
  const home = known.get(name);
  return home === undefined
    ? suggestion(name, known.keys(), 'src/components and src/features')
    : `${todo}: import ${name} from '${home.replace('src/', '~/')}';`;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace('.astro', '');
}
