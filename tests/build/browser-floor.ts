import bcd from '@mdn/browser-compat-data' with { type: 'json' };
import type { Identifier, SimpleSupportStatement } from '@mdn/browser-compat-data';
import browserslist from 'browserslist';
import postcss, { type ChildNode, type Declaration, type Document } from 'postcss';

/** Browser names in MDN's compatibility data, by browserslist name. */
const ids: Record<string, string> = {
  chrome: 'chrome',
  edge: 'edge',
  firefox: 'firefox',
  safari: 'safari',
  ios_saf: 'safari_ios',
};

/** The oldest version of each supported browser. */
const floor = readFloor();

/**
 * Finds CSS features that a supported browser ignores and that have no earlier fallback. Returns names as in
 * MDN's data, such as `properties.content.alt_text`, each with its first declaration or selector and the
 * browsers without support.
 */
export function findDropped(css: string): Map<string, string> {
  const dropped = new Map<string, string>();
  const note = (feature: string, lacking: string[], where: string) => {
    if (lacking.length > 0 && !dropped.has(feature))
      dropped.set(feature, `${where} (${lacking.join(', ')})`);
  };
  const root = postcss.parse(css);
  root.walkDecls((declaration) => {
    if (isPrefixed(declaration)) return;
    const text = `${declaration.prop}: ${declaration.value}`;
    for (const [feature, lacking] of lackingOf(declaration)) {
      const without = lacking.filter((browser) => !hasFallback(declaration, browser));
      note(feature, without, text);
    }
  });
  root.walkRules((rule) => {
    if (isInSupports(rule, 'selector(')) return;
    const lists = rule.selectors.map((selector) => pseudosOf(selector));
    for (const [name, browsers] of lists.flat()) {
      note(`selectors.${name}`, browsers, rule.selector);
      // One unknown selector invalidates the whole list.
      const invalidated = lists.some((list) => list.every(([, others]) => others.length === 0));
      if (invalidated) note(`list with selectors.${name}`, browsers, rule.selector);
    }
  });
  root.walkAtRules('media', ({ params }) => {
    for (const [, name = ''] of params.matchAll(/\(([a-z-]+)/g)) {
      note(`media.${name}`, lacking(find('at-rules', 'media', name)), params);
    }
    if (/[<>]/.test(params))
      note('media.range_syntax', lacking(find('at-rules', 'media', 'range_syntax')), params);
  });
  return dropped;
}

function readFloor(): Map<string, string> {
  const oldest = new Map<string, string>();
  for (const browser of browserslist()) {
    const [, name = '', version = ''] = /^(\w+) ([\d.]+)/.exec(browser) ?? [];
    const id = ids[name];
    if (!id) throw new Error(`MDN's data have no name for ${browser}.`);
    const known = oldest.get(id);
    if (!known || isUpTo(version, known)) oldest.set(id, version);
  }
  return oldest;
}

function isUpTo(version: string, limit: string): boolean {
  return version.localeCompare(limit, 'en', { numeric: true }) <= 0;
}

/** Finds a CSS feature by its path in MDN's data. */
function find(...path: string[]): Identifier | undefined {
  let found: Identifier | undefined = bcd.css as Identifier;
  for (const part of path) found = found?.[part] as Identifier | undefined;
  return found;
}

/** Supported browsers without a feature; empty if MDN has no data on it. */
function lacking(feature: Identifier | undefined, prefix?: string): string[] {
  const support = feature?.__compat?.support as
    Record<string, SimpleSupportStatement | SimpleSupportStatement[]> | undefined;
  if (!support) return [];
  return [...floor.keys()].filter((browser) => {
    const statements = [support[browser] ?? []].flat();
    return !statements.some(
      (one) =>
        one.prefix === prefix &&
        !one.alternative_name &&
        !one.flags &&
        typeof one.version_added === 'string' &&
        isUpTo(one.version_added.replace('≤', ''), floor.get(browser) ?? ''),
    );
  });
}

/** The features of a declaration, with the browsers that lack each. */
function lackingOf({ prop, value }: Declaration): [string, string[]][] {
  const [, prefix, name = ''] = /^(-[a-z]+-)?(.*)$/.exec(prop) ?? [];
  const own = prop.startsWith('--') ? undefined : find('properties', name);
  // MDN has data on prefixes for properties and shorthands, not for single values.
  if (prefix) {
    const known = [own, own?.['includes_color-and-style']].map((one) => lacking(one, prefix));
    return [[`properties.${prop}`, known[0]?.filter((one) => known[1]?.includes(one)) ?? []]];
  }
  const unknown = lacking(own);
  if (unknown.length > 0) return [[`properties.${name}`, unknown]];
  const bare = value.replace(/"[^"]*"|'[^']*'|url\([^)]*\)|--[\w-]+/g, '');
  const features: [string, Identifier | undefined][] = [
    ...namesIn(bare).flatMap((word): [string, Identifier | undefined][] => [
      [`properties.${name}.${word}`, own?.[word]],
    ]),
    ...[...bare.matchAll(/([a-z][a-z-]*)\(/g)].flatMap(
      ([, word = '']): [string, Identifier | undefined][] => [
        [`types.${word}`, find('types', word)],
        [`types.color.${word}`, find('types', 'color', word)],
      ],
    ),
    ...[...bare.matchAll(/\d([a-z]+)\b/g)].map(
      ([, unit = '']): [string, Identifier | undefined] => [
        `types.length.${unit}`,
        find('types', 'length', unit),
      ],
    ),
  ];
  if (prop === 'content' && /\/\s*$/.test(bare))
    features.push(['properties.content.alt_text', own?.['alt_text']]);
  if (prop === 'text-decoration' && /\s/.test(value.trim())) {
    features.push(['properties.text-decoration.shorthand', own?.['includes_thickness']]);
  }
  return features.map(([feature, found]) => [feature, lacking(found)]);
}

/** Whether the rule also has the same property without a prefix. */
function isPrefixed({ prop, parent }: Declaration): boolean {
  const [, own] = /^-[a-z]+-(.*)$/.exec(prop) ?? [];
  return (parent?.nodes ?? []).some((one) => one.type === 'decl' && one.prop === own);
}

/** Pseudo-classes and pseudo-elements that a selector requires, with the browsers that lack each. */
function pseudosOf(selector: string): [string, string[]][] {
  const strict = selector.replace(/:(?:is|where)\((?:[^()]|\([^()]*\))*\)/g, '');
  return [...strict.matchAll(/::?([a-z][a-z-]+)/g)].map(([, name = '']) => [
    name,
    lacking(find('selectors', name)),
  ]);
}

/** Keywords of a value. */
function namesIn(value: string): string[] {
  return value.match(/(?<![\w#.-])[a-z][a-z-]*(?![\w(-])/g) ?? [];
}

/** Whether a browser supports another declaration of the property, or one with a prefix, in the same rule. */
function hasFallback(declaration: Declaration, browser: string): boolean {
  if (isInSupports(declaration, declaration.prop)) return true;
  const siblings = (declaration.parent?.nodes ?? []) as ChildNode[];
  return siblings.some((one) => {
    if (one.type !== 'decl' || one === declaration) return false;
    const isSame = one.prop === declaration.prop || one.prop.endsWith(`-${declaration.prop}`);
    return isSame && lackingOf(one).every(([, browsers]) => !browsers.includes(browser));
  });
}

/** Whether a node is inside `@supports` with a condition that includes `part`. */
function isInSupports(node: ChildNode, part: string): boolean {
  let parent: ChildNode | Document | undefined = node;
  while (parent?.parent) {
    parent = parent.parent as ChildNode;
    if (parent.type === 'atrule' && parent.name === 'supports' && parent.params.includes(part))
      return true;
  }
  return false;
}
