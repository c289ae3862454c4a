import type { Certainty, EvidenceKind } from '../schemas/evidence.ts';
import { bearable, canBear, strongest } from '../../features/findings/model/bearable.ts';
import { certaintyWords } from '../../features/findings/model/certainty.ts';
import { listClaims } from '../../features/findings/model/page-claims.ts';
import type { Problem } from '../model/problem.ts';
import type { Site } from './read-site.ts';

/** A graded claim, wherever it is written. */
interface Graded {
  file: string;
  line: number;
  /** What an author calls it. */
  name: string;
  certainty: string;
  why: string;
  works: string[];
  /** Whether it stands in a data file, whose schema has told what is missing. */
  isData: boolean;
}

/**
 * Every graded claim has a known certainty and a work, and is no stronger than the strongest kind
 * among its works can bear, unless it says why. Works we do not know are another check's business.
 */
export function checkClaims(site: Site): Problem[] {
  const kinds = new Map(
    site.evidence?.map(({ id, data }) => [id, [data['kind']].flat() as EvidenceKind[]]),
  );
  return [...onPages(site), ...corrections(site)].flatMap((claim) => {
    const problem = findProblem(claim, kinds, site.evidence !== undefined);
    return problem ? [{ file: claim.file, line: claim.line, ...problem }] : [];
  });
}

function findProblem(
  { name, certainty, works, why, isData }: Graded,
  kindsOf: Map<string, EvidenceKind[]>,
  evidenceRead: boolean,
): Pick<Problem, 'message' | 'hint'> | undefined {
  const levels = Object.keys(certaintyWords).join(', ');
  if (isData && !isCertainty(certainty)) return undefined;
  if (certainty === '') {
    return {
      message: `${name} does not say how certain it is.`,
      hint: `Add certainty="…" with one of: ${levels}.`,
    };
  }
  if (!isCertainty(certainty)) {
    return {
      message: `${name} has the certainty "${certainty}", which is no level.`,
      hint: `Use one of: ${levels}.`,
    };
  }
  if (works.length === 0 && isData) return undefined;
  if (works.length === 0) {
    return {
      message: `${name} cites no work.`,
      hint: 'Add <Cite id="…" /> inside it, or make it plain text if it claims nothing about evidence.',
    };
  }
  const kinds = works.flatMap((id) => kindsOf.get(id) ?? []).filter((kind) => kind in bearable);
  if (
    !evidenceRead ||
    works.some((id) => !kindsOf.has(id)) ||
    kinds.length < works.length ||
    why !== '' ||
    canBear(kinds, certainty)
  )
    return undefined;
  return {
    message: `${name} is marked "${certainty}", and its works (${listKinds(kinds)}) can bear "${strongest(kinds) ?? ''}" at most.`,
    hint: `Lower the certainty, cite stronger work, or give the reason in ${isData ? '"why"' : 'why="…"'}, which readers see.`,
  };
}

function isCertainty(word: string): word is Certainty {
  return Object.hasOwn(certaintyWords, word);
}

function listKinds(kinds: EvidenceKind[]): string {
  return [...new Set(kinds)].join(', ');
}

function onPages({ pages }: Site): Graded[] {
  return pages.flatMap(({ file, outline }) =>
    outline
      ? listClaims(outline).map((claim) => ({
          ...claim,
          file,
          name: `This <${claim.component}>`,
          isData: false,
        }))
      : [],
  );
}

function corrections({ myths = [] }: Site): Graded[] {
  return myths
    .filter(({ data }) => data['finding'] === undefined && 'works' in data)
    .map(({ id, file, line, data }) => ({
      file,
      line,
      name: `The correction "${id}"`,
      isData: true,
      certainty: typeof data['certainty'] === 'string' ? data['certainty'] : '',
      why: typeof data['why'] === 'string' ? data['why'] : '',
      works: Array.isArray(data['works']) ? data['works'].map(String) : [],
    }));
}
