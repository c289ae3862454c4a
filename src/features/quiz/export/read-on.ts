import type { QuestionView } from '../model/view.ts';

/** Where a question comes from, in a sentence for those who have left the site behind. */
export function readOn({ section, works }: QuestionView, quiz: string): string {
  const behind = works.map(({ text }) => text).join('; ');
  const from = `Read again: “${section.text}” on the page “${quiz}” of Secure Base.`;
  return behind ? `${from} Behind it: ${behind}.` : from;
}

/** Why the right order or the right pairs are right, as one text, for formats without feedback a part. */
export function explainAll({ parts, rights }: QuestionView): string {
  return parts
    .map(({ text, feedback }, at) => {
      const said = rights[at] ? `${text} → ${rights[at]}` : `${String(at + 1)}. ${text}`;
      return `${said} (${feedback})`;
    })
    .join(' ');
}
