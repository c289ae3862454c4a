import { cslLocales } from '../../features/citations/model/csl.ts';
import { suggestion } from '../../lib/text/nearest.ts';
import type { Features } from '../../site/facts.ts';
import { partIds } from '../model/contents.ts';
import type { Problem } from '../model/problem.ts';
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
  const slugs = [...site.pages.map(({ slug }) => slug), ...site.misnamed];
  const pages = Object.entries(named.pages).flatMap(([name, slug]): Problem[] =>
    typeof slug !== 'string' || slugs.includes(slug)
      ? []
      : [
          {
            file: facts,
            message: `"pages" names "${slug}" as the page "${name}", and there is no such page.`,
            hint: suggestion(slug, slugs.filter(Boolean), 'src/content/docs'),
          },
        ],
  );
  const links = Object.entries(named.links).flatMap(([name, url]): Problem[] => {
    const found = typeof url === 'string' ? findBrokenAddress(url, site) : undefined;
    return found
      ? [{ file: facts, ...found, message: `"links", "${name}": ${found.message}` }]
      : [];
  });
  const emblems = named.parts.flatMap(({ id, emblem }): Problem[] =>
    emblem === undefined || site.drawings.includes(emblem)
      ? []
      : [
          {
            file: facts,
            message: `The part "${id}" has the emblem "${emblem}", and there is no such drawing.`,
            hint: suggestion(emblem, site.drawings, 'src/content/drawings'),
          },
        ],
  );
  const { locale } = named.citations;
  const locales = cslLocales.includes(locale)
    ? []
    : [
        {
          file: facts,
          message: `"citations" names the locale "${locale}", which is not in src/features/citations/styles.`,
          hint: suggestion(locale, cslLocales, 'src/features/citations/styles'),
        },
      ];
  return [...pages, ...links, ...emblems, ...locales, ...checkSwitchedOff(site, named.features)];
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
    const { file, data, lineOf } = entry;
    const { drawing } = data;
    const doors = (Array.isArray(data['doors']) ? data['doors'] : []) as Record<string, unknown>[];
    return [
      ...(typeof drawing === 'string' && !site.drawings.includes(drawing)
        ? [
            {
              file,
              line: lineOf(['drawing']),
              message: `There is no drawing "${drawing}".`,
              hint: suggestion(drawing, site.drawings, 'src/content/drawings'),
            },
          ]
        : []),
      ...(typeof drawing === 'string' && data['shows'] === undefined
        ? [
            {
              file,
              line: lineOf(['drawing']),
              message:
                'The drawing has no "shows", so that readers who cannot see it learn nothing of it.',
              hint: 'Say in "shows" what is to be seen, in a sentence.',
            },
          ]
        : []),
      ...doors.flatMap(({ part, links }, at): Problem[] => [
        ...(typeof part === 'string' && !partIds.includes(part)
          ? [
              {
                file,
                line: lineOf(['doors', at, 'part']),
                message: `There is no part "${part}" of the contents.`,
                hint: suggestion(part, partIds, facts),
              },
            ]
          : []),
        ...((Array.isArray(links) ? links : []) as Record<string, unknown>[]).flatMap(
          ({ to }, index) => {
            const isAddress = typeof to === 'string' && to.startsWith('/');
            const found = isAddress ? findBrokenAddress(to, site) : undefined;
            return found
              ? [{ file, line: lineOf(['doors', at, 'links', index, 'to']), ...found }]
              : [];
          },
        ),
      ]),
    ];
  });
}
