import { cslLocales } from '../../features/citations/model/csl.ts';
import { suggestion } from '../../lib/text/nearest.ts';
import type { Features } from '../../site/facts.ts';
import { partIds } from '../model/contents.ts';
import { mapsIn, problemAt, type Problem } from '../model/problem.ts';
import { findBrokenAddress } from './check-links.ts';
import type { Site } from './read-site.ts';

const facts = 'src/site/site.ts';

/** Components that belong to a feature which a guide may switch off. */
const componentsOf: Record<keyof Features, readonly string[]> = {
  findings: ['Finding', 'Certainty', 'EvidenceLedger', 'GradingRule'],
  myths: ['MythList'],
  practice: ['Practice'],
  reflection: ['Reflection'],
  listening: [],
};

/** Whether the pages, places and drawings that src/site/site.ts names are there, and no page uses what it switches off. */
export function checkFacts(site: Site): Problem[] {
  const { facts: named } = site.surroundings;
  if (!named) return [];
  const told = (message: string, hint: string): Problem => ({ file: facts, message, hint });
  const pages = Object.entries(named.pages).flatMap(([name, slug]) => {
    if (typeof slug !== 'string' || site.slugs.has(slug)) return [];
    const message = `"pages" names "${slug}" as the page "${name}", and there is no such page.`;
    return told(message, suggestion(slug, site.slugs, 'src/content/docs'));
  });
  const links = Object.entries(named.links).flatMap(([name, url]) => {
    const found = typeof url === 'string' ? findBrokenAddress(url, site) : undefined;
    return found ? told(`"links", "${name}": ${found.message}`, found.hint) : [];
  });
  const emblems = named.parts.flatMap(({ id, emblem }) => {
    if (emblem === undefined || site.drawings.includes(emblem)) return [];
    const message = `The part "${id}" has the emblem "${emblem}", and there is no such drawing.`;
    return told(message, suggestion(emblem, site.drawings, 'src/content/drawings'));
  });
  const { locale } = named.citations;
  const styles = 'src/features/citations/styles';
  const locales = cslLocales.includes(locale)
    ? []
    : told(
        `"citations" names the locale "${locale}", which is not in ${styles}.`,
        suggestion(locale, cslLocales, styles),
      );
  return [pages, links, emblems, locales, checkSwitchedOff(site, named.features)].flat();
}

function checkSwitchedOff(site: Site, features: Features): Problem[] {
  return Object.entries(componentsOf).flatMap(([feature, components]) => {
    if (features[feature as keyof Features]) return [];
    return site.pages.flatMap(({ file, outline }) =>
      (outline?.uses ?? [])
        .filter(({ name }) => components.includes(name))
        .slice(0, 1)
        .map(({ name }) => ({
          file,
          message: `The page has <${name}>, and the guide has no ${feature}.`,
          hint: `Take it out, or switch "${feature}" on in ${facts}.`,
        })),
    );
  });
}

/** Whether the doors and the drawing of home.yaml lead somewhere. */
export function checkHome(site: Site): Problem[] {
  if (site.home?.length === 0) {
    return site.pages
      .filter(({ outline }) => outline?.uses.some(({ name }) => name === 'Opening'))
      .map(({ file }) => ({
        file,
        message: 'The page has <Opening />, and there is no home.yaml to say what stands in it.',
        hint: 'Write src/content/home.yaml with a line "heading: …", or take <Opening /> out.',
      }));
  }
  return (site.home ?? []).flatMap((entry): Problem[] => {
    const { drawing, shows, doors } = entry.data;
    const problems: Problem[] = [];
    const add = (path: PropertyKey[], message: string, hint: string) =>
      problems.push(...problemAt(entry, path, message, hint));
    if (typeof drawing === 'string' && !site.drawings.includes(drawing)) {
      const hint = suggestion(drawing, site.drawings, 'src/content/drawings');
      add(['drawing'], `There is no drawing "${drawing}".`, hint);
    }
    if (typeof drawing === 'string' && shows === undefined) {
      const message =
        'The drawing has no "shows", so that readers who cannot see it learn nothing of it.';
      add(['drawing'], message, 'Say in "shows" what is to be seen, in a sentence.');
    }
    for (const [at, { part, links }] of mapsIn(doors).entries()) {
      if (typeof part === 'string' && !partIds.includes(part)) {
        const hint = suggestion(part, partIds, facts);
        add(['doors', at, 'part'], `There is no part "${part}" of the contents.`, hint);
      }
      for (const [index, { to }] of mapsIn(links).entries()) {
        const isAddress = typeof to === 'string' && to.startsWith('/');
        const found = isAddress ? findBrokenAddress(to, site) : undefined;
        if (found) add(['doors', at, 'links', index, 'to'], found.message, found.hint);
      }
    }
    return problems;
  });
}
