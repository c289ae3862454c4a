import type { EvidenceKind } from '../../schemas/evidence.ts';
import { kindWords } from './kinds.ts';

/** What the margin says of a work beside its first citation: its kind, and its title without subtitle. */
export function marginNote(title: string, kind: EvidenceKind): string {
  const [word = ''] = kindWords[kind].means.split(':');
  const [main = title] = title.split(/(?<=[?!])\s|:\s/);
  return `${word}. ${main.replace(/[.]$/, '')}${/[?!]$/.test(main) ? '' : '.'}`;
}
