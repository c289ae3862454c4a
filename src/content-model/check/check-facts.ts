import { cslLocales } from '../../features/citations/model/csl.ts';
import type { Features } from '../../site/facts.ts';
import { partIds } from '../model/contents.ts';
import { locate, mistake, type Problem } from '../model/problem.ts';
import { checkTexts, findUnknown } from '../model/texts.ts';
import { findBrokenAddress } from './check-links.ts';
import { usesOf, type Site } from './read-site.ts';

const facts = 'src/content/site.yaml';
const drawingsFolder = 'src/content/drawings';

/** The components of each feature that a guide may switch off. */
const componentsOf: Record<keyof Features, readonly string[]> = {
  findings: ['Finding', 'Certainty', 'EvidenceLedger', 'GradingRule'],
  myths: ['MythList'],
  practice: ['Practice'],
  reflection: ['Reflection'],
  listening: [],
};

/** Pages, sections and drawings that src/content/site.yaml names and that do not exist, and uses of disabled features. */
export function checkFacts(site: Site): Problem[] {
  const { slugs, drawings, surroundings } = site;
  if (!surroundings.facts) return [];
  const { pages, links, parts, citations, features } = surroundings.facts;
  const styles = 'src/features/citations/styles';
  const noLocale = `"citations" names the locale "${citations.locale}", which is not in ${styles}.`;
  const mistakes = [
    ...Object.entries(pages).map(([name, slug]) => {
      const message = `"pages" names "${String(slug)}" as the page "${name}", and there is no such page.`;
      return slug === undefined ? slug : findUnknown(slug, slugs, 'src/content/docs', message);
    }),
    ...Object.entries(links).map(([name, url]) => {
      const found = url === undefined ? url : findBrokenAddress(url, site);
      return found && { ...found, message: `"links", "${name}": ${found.message}` };
    }),
    ...parts.map(({ id, emblem }) => {
      const message = `The part "${id}" has the emblem "${String(emblem)}", and there is no such drawing.`;
      return emblem === undefined ? emblem : findUnknown(emblem, drawings, drawingsFolder, message);
    }),
    findUnknown(citations.locale, cslLocales, styles, noLocale),
  ];
  return [
    ...mistakes.flatMap((found) => locate({ file: facts }, found)),
    ...checkSwitchedOff(site, features),
  ];
}

/** The first component on each page that belongs to a disabled feature. */
function checkSwitchedOff(site: Site, features: Features): Problem[] {
  return Object.entries(componentsOf).flatMap(([feature, components]) => {
    if (features[feature as keyof Features]) return [];
    return site.pages.flatMap(({ file, outline }) => {
      const use = outline?.uses.find(({ name }) => components.includes(name));
      if (!use) return [];
      const message = `The page has <${use.name}>, and the guide has no ${feature}.`;
      const hint = `Take it out, or switch "${feature}" on in ${facts}.`;
      return { file, message, hint };
    });
  });
}

/** Missing or broken doors and drawing in home.yaml. */
export function checkHome(site: Site): Problem[] {
  const { home, drawings } = site;
  if (home?.length === 0) {
    return usesOf(site, 'Opening').map(({ file }) => ({
      file,
      message: 'The page has <Opening />, and there is no home.yaml to say what is in it.',
      hint: 'Write src/content/home.yaml with a line "heading: …", or take <Opening /> out.',
    }));
  }
  return [
    ...checkTexts(home, 'drawing', (drawing) =>
      findUnknown(drawing, drawings, drawingsFolder, `There is no drawing "${drawing}".`),
    ),
    ...checkTexts(home, 'drawing', (_, { data }) => {
      if (data['shows'] !== undefined) return undefined;
      return mistake`The drawing has no "shows", so that readers who cannot see it learn nothing of it.
        Say in "shows" what is to be seen, in a sentence.`;
    }),
    ...checkTexts(home, 'doors.*.part', (part) =>
      findUnknown(part, partIds, facts, `There is no part "${part}" of the contents.`),
    ),
    ...checkTexts(home, 'doors.*.links.*.to', (to) =>
      to.startsWith('/') ? findBrokenAddress(to, site) : undefined,
    ),
  ];
}
