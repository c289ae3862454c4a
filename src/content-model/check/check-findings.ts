import type { Certainty, EvidenceKind } from '../schemas/evidence.ts';
import { findLookAlike, suggestion } from '../../lib/text/nearest.ts';
import {
  kindWords,
  bears,
  ceilingOf,
  describeSupport,
  grades,
} from '../../features/findings/model/grading.ts';
import { findRepeatedIds, problemAt, textsIn, type Entry, type Problem } from '../model/problem.ts';
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
  const message = `The finding’s id "${id}" becomes an address and is not in the right form.`;
  const form = 'Use lower-case letters, digits and hyphens, such as "sensitivity-and-security".';
  return [{ file, line, message, hint: trap ?? form }];
}

function findTwins(findings: Entry[]): Problem[] {
  return findRepeatedIds(findings, ({ id }, first) => ({
    message: `There is a finding "${id}" already, in ${first.file}:${String(first.line)}.`,
    hint: 'Show that one, or give this another id.',
  }));
}

/** Files of findings that no page is the home of, reported once each. */
function findHomeless({ slugs }: Site, findings: Entry[]): Problem[] {
  return [...new Set(findings.map(({ file }) => file))].flatMap((file): Problem[] => {
    const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
    if (slugs.has(name)) return [];
    const message = `The findings are named after the page "${name}", which is not there.`;
    return [{ file, message, hint: suggestion(name, slugs, 'src/content/docs') }];
  });
}

function findUnknown({ pages }: Site, findings: Entry[]): Problem[] {
  const known = new Set(findings.map(({ id }) => id));
  return pages.flatMap(({ file, outline }) =>
    (outline?.uses ?? []).flatMap(({ name, props: { id }, line }): Problem[] => {
      if (name !== 'Finding' || id === undefined || known.has(id)) return [];
      const hint = suggestion(id, known, 'src/content/findings');
      return [{ file, line, message: `There is no finding "${id}".`, hint }];
    }),
  );
}

function checkMyth(myth: Entry, findings: Entry[]): Problem[] {
  const { finding } = myth.data;
  const known = findings.map(({ id }) => id);
  if (typeof finding !== 'string' || known.includes(finding)) return [];
  const hint = suggestion(finding, known, 'src/content/findings');
  return problemAt(myth, ['finding'], `There is no finding "${finding}".`, hint);
}

function kindsOf({ data }: Entry): EvidenceKind[] {
  const kind = data['kind'];
  return (Array.isArray(kind) ? kind : [kind]) as EvidenceKind[];
}

function checkGrade(finding: Entry, evidence: Entry[]): Problem[] {
  const { id, data } = finding;
  const works = textsIn(data['works']);
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
  if (certainty === 'contested') {
    const message = `The finding "${id}" is "contested" and names one work.`;
    const hint =
      'Name works of both sides, tell both in the statement, or grade it by its one work.';
    return problemAt(finding, ['certainty'], message, hint);
  }
  const grade = grades.find(({ level }) => level === certainty);
  const listed = [...new Set(known.map((kinds) => kinds.join(' and ')))].join(', ');
  return problemAt(
    finding,
    ['certainty'],
    `The finding "${id}" is graded "${certainty}", and its works (${String(known.length)}: ${listed}) can bear "${ceilingOf(known) ?? ''}" at most.`,
    `"${certainty}" takes ${grade ? describeSupport(grade).join(', or ') : ''}. Lower it, name more works, or give the reason in "why", which readers see.`,
  );
}

/** Figures from memory may be wrong, so they are printed nowhere: neither on a card nor in a finding. */
function findUncheckedFigures(findings: Entry[], evidence: Entry[]): Problem[] {
  const unchecked = evidence.filter(({ data }) => data['figures'] === 'from-memory');
  const ids = new Set(unchecked.map(({ id }) => id));
  const resting = findings.filter(
    ({ data }) => Array.isArray(data['works']) && textsIn(data['works']).every((id) => ids.has(id)),
  );
  const ofWorks = unchecked.flatMap((entry) => {
    const figure = findFigure(entry.data['finding']);
    if (figure === undefined) return [];
    const message = `What "${entry.id}" found has the number ${figure}, and its figures are from memory.`;
    const hint =
      'Check it against the work and write "figures: checked", or say it without the number.';
    return problemAt(entry, ['finding'], message, hint);
  });
  const ofFindings = resting.flatMap((entry) =>
    ['statement', 'numbers'].flatMap((field) => {
      const figure = findFigure(entry.data[field]);
      if (figure === undefined) return [];
      const message = `The finding "${entry.id}" has the number ${figure}, and the figures of its works are from memory.`;
      const hint =
        'Check it against a work and write "figures: checked" in evidence.yaml, or take it out.';
      return problemAt(entry, [field], message, hint);
    }),
  );
  return [...ofWorks, ...ofFindings];
}

/** The first statistic in a text; years and ages do not count. */
function findFigure(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined;
  const rest = text
    .replace(/\b(1[5-9]|20)\d\d(s|[–-]\d{2,4})?\b/g, '')
    .replace(/\bage[ds]? (of )?\d+( ?(–|-|to|and|or) ?\d+)?/g, '')
    .replace(/\b\d+( ?(–|-|to|and|or) ?\d+)?[- ](week|month|year)s?\b/g, '');
  return extractFigures(rest)[0]?.written;
}
