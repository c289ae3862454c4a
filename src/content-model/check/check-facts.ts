import { cslLocales } from '../../features/citations/model/csl.ts';
import type { Features } from '../../site/facts.ts';
import { partIds } from '../model/contents.ts';
import { mistake, type Problem } from '../model/problem.ts';
import { checkTexts, findUnknown, itemsOf } from '../model/texts.ts';
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
  const { guide, slugs, drawings } = site;
  const styles = 'src/features/citations/styles';
  return [
    ...checkTexts(guide, 'pages.*', (slug, _, name) => {
      const message = `"pages" names "${slug}" as the page "${name}", and there is no such page.`;
      return findUnknown(slug, slugs, 'src/content/docs', message);
    }),
    ...checkTexts(guide, 'links.*', (url, _, name) => {
      const found = findBrokenAddress(url, site);
      return found && { ...found, message: `"links", "${name}": ${found.message}` };
    }),
    ...checkTexts(itemsOf(guide, 'parts'), 'emblem', (emblem, { id }) => {
      const message = `The part "${id}" has the emblem "${emblem}", and there is no such drawing.`;
      return findUnknown(emblem, drawings, drawingsFolder, message);
    }),
    ...checkTexts(guide, 'citations.locale', (locale) => {
      const message = `"citations" names the locale "${locale}", which is not in ${styles}.`;
      return findUnknown(locale, cslLocales, styles, message);
    }),
    ...checkSwitchedOff(site),
  ];
}

/** The first component on each page that belongs to a disabled feature. */
function checkSwitchedOff({ guide: [guide] = [], pages }: Site): Problem[] {
  const features = { ...(guide?.data['features'] as Partial<Features>) };
  return Object.entries(componentsOf).flatMap(([feature, components]) => {
    if (features[feature as keyof Features] !== false) return [];
    return pages.flatMap(({ file, outline }) => {
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
