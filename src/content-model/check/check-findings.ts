import { evidenceKindSchema, type Certainty, type EvidenceKind } from '../schemas/evidence.ts';
import { explainHomoglyph } from '../../lib/text/nearest.ts';
import {
  supports,
  maxCertainty,
  describeSupport,
  grades,
} from '../../features/findings/model/grading.ts';
import { formatPlace, locate, mistake, problemAt, textsIn } from '../model/problem.ts';
import type { Entry, Problem } from '../model/problem.ts';
import { by, checkTexts, findDuplicates, findUnknown } from '../model/texts.ts';
import { extractFigures } from './check-numbers.ts';
import { checkProps, usesOf, type Site } from './read-site.ts';

/** Duplicate, malformed or unknown ids of findings, certainties above their evidence, and unchecked figures. */
export function checkFindings(site: Site): Problem[] {
  const { findings, evidence = [], myths = [] } = site;
  if (!findings) return [];
  const ids = findings.map(({ id }) => id);
  const findMissing = (id: string) =>
    findUnknown(id, ids, 'src/content/findings', `There is no finding "${id}".`);
  return [
    ...findings.flatMap(checkId),
    ...findDuplicates(findings, by.id, ({ id }, first) => ({
      message: `There is a finding "${id}" already, in ${formatPlace(first)}.`,
      hint: 'Show that one, or give this another id.',
    })),
    ...checkProps(site, 'Finding', 'id', findMissing),
    ...checkTexts(myths, 'finding', findMissing),
    ...(site.evidence ? findings.flatMap((finding) => checkGrade(finding, evidence)) : []),
    ...findUncheckedFigures(findings, evidence),
  ];
}

/** Findings that no page shows and no common error refers to. */
export function findNotShown(site: Site): Problem[] {
  const { findings = [], myths = [] } = site;
  const shown = new Set<unknown>([
    ...usesOf(site, 'Finding').map(({ props }) => props['id']),
    ...myths.map(({ data }) => data['finding']),
  ]);
  return findings
    .filter(({ id }) => !shown.has(id))
    .flatMap((finding) => {
      const message = `No page shows the finding "${finding.id}".`;
      const hint = `Write <Finding id="${finding.id}" /> where it belongs, or take it out.`;
      return locate(finding, { message, hint });
    });
}

function checkId(finding: Entry): Problem[] {
  const { id } = finding;
  const homoglyph = explainHomoglyph(id);
  if (!homoglyph && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) return [];
  const message = `The finding’s id "${id}" becomes an address and is not in the right form.`;
  const form = 'Use lower-case letters, digits and hyphens, such as "sensitivity-and-security".';
  return locate(finding, { message, hint: homoglyph ?? form });
}

function checkGrade(finding: Entry, evidence: Entry[]): Problem[] {
  const { id, data } = finding;
  const works = new Set(textsIn(data['works']));
  const certainty = data['certainty'] as Certainty;
  const grade = grades.find(({ level }) => level === certainty);
  const known = evidence
    .filter((one) => works.has(one.id))
    .map((one) => [one.data['kind']].flat() as EvidenceKind[]);
  // Already reported by the schema or the check of works.
  const isReported =
    (!grade && certainty !== 'contested') ||
    works.size === 0 ||
    known.length < works.size ||
    known.flat().some((kind) => !evidenceKindSchema.options.includes(kind));
  if (isReported || typeof data['why'] === 'string' || supports(known, certainty)) return [];
  const listed = [...new Set(known.map((kinds) => kinds.join(' and ')))].join(', ');
  const found = grade
    ? mistake`The finding "${id}" is graded "${certainty}", and its works (${known.length}: ${listed}) can support "${maxCertainty(known) ?? ''}" at most.
        "${certainty}" takes ${describeSupport(grade).join(', or ')}. Lower it, name more works, or give the reason in "why", which readers see.`
    : mistake`The finding "${id}" is "contested" and names one work.
        Name works of both sides, report both in the statement, or grade it by its one work.`;
  return problemAt(finding, ['certainty'], found.message, found.hint);
}

/** Figures "from memory" in cards and findings: they may be wrong and must not be printed. */
function findUncheckedFigures(findings: Entry[], evidence: Entry[]): Problem[] {
  const unchecked = evidence.filter(({ data }) => data['figures'] === 'from-memory');
  const ids = new Set(unchecked.map(({ id }) => id));
  const fromMemory = findings.filter(
    ({ data }) => Array.isArray(data['works']) && textsIn(data['works']).every((id) => ids.has(id)),
  );
  return [
    ...checkTexts(unchecked, 'finding', (text, { id }) => {
      const figure = findFigure(text);
      if (figure === undefined) return undefined;
      return mistake`What "${id}" found has the number ${figure}, and its figures are from memory.
        Check it against the work and write "figures: checked", or say it without the number.`;
    }),
    ...['statement', 'numbers'].flatMap((field) =>
      checkTexts(fromMemory, field, (text, { id }) => {
        const figure = findFigure(text);
        if (figure === undefined) return undefined;
        return mistake`The finding "${id}" has the number ${figure}, and the figures of its works are from memory.
          Check it against a work and write "figures: checked" in evidence.yaml, or take it out.`;
      }),
    ),
  ];
}

/** The first statistic in a text; years and ages do not count. */
function findFigure(text: string): string | undefined {
  const rest = text
    .replace(/\b(1[5-9]|20)\d\d(s|[–-]\d{2,4})?\b/g, '')
    .replace(/\bage[ds]? (of )?\d+( ?(–|-|to|and|or) ?\d+)?/g, '')
    .replace(/\b\d+( ?(–|-|to|and|or) ?\d+)?[- ](week|month|year)s?\b/g, '');
  return extractFigures(rest)[0]?.written;
}
