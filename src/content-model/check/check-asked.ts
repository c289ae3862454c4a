import { suggestion } from '../../lib/text/nearest.ts';
import type { Problem } from '../model/problem.ts';
import { sectionAnchors } from './check-links.ts';
import type { Site } from './read-site.ts';
import type { Entry } from './source.ts';

/** The page that a file of asked lines belongs to: "src/content/asked/faq.yaml" → "faq". */
function slugOf(file: string): string {
  return file.replace(/^.*\/asked\//, '').replace(/\.yaml$/, '');
}

/**
 * What readers ask: files without a page, sections that are not there or stand twice, lines that YAML
 * takes for fields, and a line that two sections claim, for search would not know which to bring first.
 */
export function checkAsked(site: Site): Problem[] {
  const asked = site.asked ?? [];
  const files = [...new Set(asked.map(({ file }) => file))];
  return [
    ...files.flatMap((file) => checkPage(file, site)),
    ...files.flatMap((file) =>
      checkSections(
        asked.filter((entry) => entry.file === file),
        site,
      ),
    ),
    ...asked.flatMap(checkLines),
    ...findTwins(asked),
  ];
}

function checkPage(file: string, { pages, misnamed }: Site): Problem[] {
  const slugs = new Set([...pages.map(({ slug }) => slug), ...misnamed]);
  const slug = slugOf(file);
  if (slugs.has(slug)) return [];
  return [
    {
      file,
      message: `There is no page "${slug}" for these lines.`,
      hint: suggestion(slug, slugs, 'src/content/docs'),
    },
  ];
}

function checkSections(entries: Entry[], site: Site): Problem[] {
  const page = site.pages.find(({ slug }) => slug === slugOf(entries[0]?.file ?? ''));
  const known = page && sectionAnchors(page, site);
  const first = new Map<string, number>();
  return entries.flatMap(({ file, line, data, lineOf }): Problem[] => {
    const section = typeof data['section'] === 'string' ? data['section'] : '';
    const before = first.get(section);
    // A misspelt field hides which section is meant; the schema tells that.
    const isWhole = Object.keys(data).every((key) => key === 'section' || key === 'asked');
    if (before === undefined) first.set(section, line);
    else if (isWhole) {
      return [
        {
          file,
          line,
          message: `${section ? `The section "${section}"` : 'The top of the page'} stands twice; the first is on line ${String(before)}.`,
          hint: 'Put all its lines into one entry.',
        },
      ];
    }
    if (section === '' || !known || known.has(section)) return [];
    return [
      {
        file,
        line: lineOf(['section']),
        message: `The page "${page.slug}" has no section "${section}".`,
        hint: suggestion(section, known, `the headings of ${page.file}`),
      },
    ];
  });
}

function linesOf({ data }: Entry): unknown[] {
  return Array.isArray(data['asked']) ? (data['asked'] as unknown[]) : [];
}

/** The schema would call a line with a colon "several fields". */
function checkLines(entry: Entry): Problem[] {
  return linesOf(entry).flatMap((line, index): Problem[] => {
    if (typeof line !== 'object' || line === null) return [];
    const [[key, value] = []] = Object.entries(line);
    return [
      {
        file: entry.file,
        line: entry.lineOf(['asked', index]),
        message: 'A line holds a colon followed by a space, which YAML reads as a new field.',
        hint: `Put the whole line in quotes: '${String(key)}: ${String(value)}'.`,
      },
    ];
  });
}

function findTwins(asked: Entry[]): Problem[] {
  const first = new Map<string, string>();
  return asked.flatMap((entry) =>
    linesOf(entry).flatMap((line, index): Problem[] => {
      if (typeof line !== 'string') return [];
      const words = line
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
      const place = { file: entry.file, line: entry.lineOf(['asked', index]) };
      const before = first.get(words);
      if (before === undefined) {
        first.set(words, `${place.file}:${String(place.line)}`);
        return [];
      }
      return [
        {
          ...place,
          message: `“${line}” is asked twice; the first is ${before}.`,
          hint: 'Keep it at the section that answers it best.',
        },
      ];
    }),
  );
}
