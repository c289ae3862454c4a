import type { Certainty, EvidenceKind } from '../schemas/evidence.ts';
import { findLookAlike, suggestion } from '../../lib/text/nearest.ts';
import {
  kindWords,
  bears,
  ceilingOf,
  describeSupport,
  grades,
} from '../../features/findings/model/grading.ts';
import { type Problem, findRepeatedIds, type Entry } from '../model/problem.ts';
import { extractFigures } from './check-numbers.ts';
import type { Site } from './read-site.ts';

/**
 * Findings: an id in two files or on a page where there is none, a certainty that its works cannot
 * bear, and figures that nobody checked. A common error's finding counts as shown on its page.
 */
export function checkFindings(site: Site): Problem[] {
  const { findings, evidence = [], myths = [] } = site;
  if (!findings) return [];
  return [
    ...findings.flatMap(checkId),
    ...findTwins(findings),
    ...findHomeless(site, findings),
    ...findUnknown(site, findings),
    ...myths.flatMap((myth) => checkMyth(myth, findings)),
    ...(site.evidence ? findings.flatMap((finding) => checkGrade(finding, evidence)) : []),
    ...findUncheckedFigures(findings, evidence),
  ];
}

/** Findings that no page shows and no common error rests on. */
export function findNotShown({ pages, findings = [], myths = [] }: Site): Problem[] {
  const shown = new Set([
    ...pages.flatMap(({ outline }) =>
      (outline?.uses ?? []).flatMap(({ name, props }) => (name === 'Finding' ? props['id'] : [])),
    ),
    ...myths.map(({ data }) => data['finding']),
  ]);
  return findings
    .filter(({ id }) => !shown.has(id))
    .map(({ id, file, line }) => ({
      file,
      line,
      message: `No page shows the finding "${id}".`,
      hint: `Write <Finding id="${id}" /> where it belongs, or take it out.`,
    }));
}

function checkId({ id, file, line }: Entry): Problem[] {
  const trap = findLookAlike(id);
  if (!trap && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) return [];
  return [
    {
      file,
      line,
      message: `The finding’s id "${id}" becomes an address and is not in the right form.`,
      hint:
        trap ?? 'Use lower-case letters, digits and hyphens, such as "sensitivity-and-security".',
    },
  ];
}

function findTwins(findings: Entry[]): Problem[] {
  return findRepeatedIds(findings, ({ id }, first) => ({
    message: `There is a finding "${id}" already, in ${first.file}:${String(first.line)}.`,
    hint: 'Show that one, or give this another id.',
  }));
}

/** Files of findings that no page is the home of, reported once each. */
function findHomeless({ pages, misnamed }: Site, findings: Entry[]): Problem[] {
  const slugs = new Set([...pages.map(({ slug }) => slug), ...misnamed]);
  return [...new Set(findings.map(({ file }) => file))].flatMap((file): Problem[] => {
    const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
    if (slugs.has(name)) return [];
    return [
      {
        file,
        message: `The findings are named after the page "${name}", which is not there.`,
        hint: suggestion(name, [...slugs].filter(Boolean), 'src/content/docs'),
      },
    ];
  });
}

function findUnknown({ pages }: Site, findings: Entry[]): Problem[] {
  const known = new Set(findings.map(({ id }) => id));
  return pages.flatMap(({ file, outline }) =>
    (outline?.uses ?? []).flatMap(({ name, props: { id }, line }): Problem[] =>
      name !== 'Finding' || id === undefined || known.has(id)
        ? []
        : [
            {
              file,
              line,
              message: `There is no finding "${id}".`,
              hint: suggestion(id, known, 'src/content/findings'),
            },
          ],
    ),
  );
}

function checkMyth({ file, data, lineOf }: Entry, findings: Entry[]): Problem[] {
  const finding = data['finding'];
  if (typeof finding !== 'string' || findings.some(({ id }) => id === finding)) return [];
  return [
    {
      file,
      line: lineOf(['finding']),
      message: `There is no finding "${finding}".`,
      hint: suggestion(
        finding,
        findings.map(({ id }) => id),
        'src/content/findings',
      ),
    },
  ];
}

function kindsOf({ data }: Entry): EvidenceKind[] {
  const kind = data['kind'];
  return (Array.isArray(kind) ? kind : [kind]) as EvidenceKind[];
}

function checkGrade({ id, file, data, lineOf }: Entry, evidence: Entry[]): Problem[] {
  const works = Array.isArray(data['works']) ? data['works'].map(String) : [];
  const certainty = data['certainty'] as Certainty;
  const isGrade = certainty === 'contested' || grades.some(({ level }) => level === certainty);
  const known = evidence.filter((one) => works.includes(one.id)).map(kindsOf);
  // What the schema, or the check of works, already reports.
  if (
    !isGrade ||
    works.length === 0 ||
    known.flat().some((kind) => !Object.hasOwn(kindWords, kind))
  )
    return [];
  if (typeof data['why'] === 'string' || known.length < new Set(works).size) return [];
  if (bears(known, certainty)) return [];
  const line = lineOf(['certainty']);
  if (certainty === 'contested') {
    return [
      {
        file,
        line,
        message: `The finding "${id}" is "contested" and names one work.`,
        hint: 'Name works of both sides, tell both in the statement, or grade it by its one work.',
      },
    ];
  }
  const grade = grades.find(({ level }) => level === certainty);
  const listed = [...new Set(known.map((kinds) => kinds.join(' and ')))].join(', ');
  return [
    {
      file,
      line,
      message: `The finding "${id}" is graded "${certainty}", and its works (${String(known.length)}: ${listed}) can bear "${ceilingOf(known) ?? ''}" at most.`,
      hint: `"${certainty}" takes ${grade ? describeSupport(grade).join(', or ') : ''}. Lower it, name more works, or give the reason in "why", which readers see.`,
    },
  ];
}

/** Figures from memory may be wrong, so they are printed nowhere: neither on a card nor in a finding. */
function findUncheckedFigures(findings: Entry[], evidence: Entry[]): Problem[] {
  const unchecked = evidence.filter(({ data }) => data['figures'] === 'from-memory');
  const ids = new Set(unchecked.map(({ id }) => id));
  return [
    ...unchecked.flatMap(({ id, file, data, lineOf }) =>
      describeFigures(data['finding']).map((figure) => ({
        file,
        line: lineOf(['finding']),
        message: `What "${id}" found has the number ${figure}, and its figures are from memory.`,
        hint: 'Check it against the work and write "figures: checked", or say it without the number.',
      })),
    ),
    ...findings
      .filter(
        ({ data }) =>
          Array.isArray(data['works']) && data['works'].every((id) => ids.has(String(id))),
      )
      .flatMap(({ id, file, data, lineOf }) =>
        ['statement', 'numbers'].flatMap((field) =>
          describeFigures(data[field]).map((figure) => ({
            file,
            line: lineOf([field]),
            message: `The finding "${id}" has the number ${figure}, and the figures of its works are from memory.`,
            hint: 'Check it against a work and write "figures: checked" in evidence.yaml, or take it out.',
          })),
        ),
      ),
  ];
}

/** The first statistic in a text; years and ages do not count. */
function describeFigures(text: unknown): string[] {
  if (typeof text !== 'string') return [];
  const rest = text
    .replace(/\b(1[5-9]|20)\d\d(s|[–-]\d{2,4})?\b/g, '')
    .replace(/\bage[ds]? (of )?\d+( ?(–|-|to|and|or) ?\d+)?/g, '')
    .replace(/\b\d+( ?(–|-|to|and|or) ?\d+)?[- ](week|month|year)s?\b/g, '');
  return extractFigures(rest)
    .slice(0, 1)
    .map(({ written }) => written);
}
