import type { EvidenceKind } from '../../content-model/schemas/evidence.ts';
import { kindWords } from './kinds.ts';

/** Kinds of evidence as one name: "Observational study and experiment". */
export function nameKinds(kinds: readonly EvidenceKind[]): string {
  const names = kinds.map((kind, index) =>
    index === 0 ? kindWords[kind].one : kindWords[kind].one.toLowerCase(),
  );
  return new Intl.ListFormat('en-GB').format(names);
}

/** What the margin says of a work beside its first citation: its kind, and its title without subtitle. */
export function marginNote(title: string, kinds: readonly EvidenceKind[]): string {
  const word = nameKinds(kinds);
  const [main = title] = title.split(/(?<=[?!])\s|:\s/);
  return `${word}. ${main.replace(/[.]$/, '')}${/[?!]$/.test(main) ? '' : '.'}`;
}
