import { suggestion } from '../../../lib/text/nearest.ts';
import { textOf, type QuizPage, type Report } from './quiz-source.ts';

/** Reports a section that the question's page has not, and works that it does not cite. */
export function checkLinks(
  name: string,
  question: Record<string, unknown>,
  page: QuizPage,
  works: ReadonlySet<string>,
  report: Report,
): void {
  const section = textOf(question['section']);
  if (!section) report([], `${name} names no section.`, 'Add "section:" with a heading’s anchor.');
  else if (!page.sections.includes(section)) {
    const hint = suggestion(section, page.sections, 'the page’s headings');
    report(['section'], `${name} points to the unknown section "${section}".`, hint);
  }
  const references: unknown = question['references'];
  if (!Array.isArray(references)) return;
  references.forEach((reference: unknown, index) => {
    const id = textOf(reference);
    if (!works.has(id)) {
      const hint = suggestion(id, works, 'src/content/references.json');
      report(['references', index], `${name} names the unknown work "${id}".`, hint);
    } else if (!page.cited.has(id)) {
      const message = `${name} names the work "${id}", which its page does not cite.`;
      const hint = 'Cite it in the section, or name a work that the page cites.';
      report(['references', index], message, hint);
    }
  });
}
