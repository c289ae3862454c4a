import { t } from '../../../lib/i18n/t.ts';

/** A paragraph, heading, list item or figure as it is read aloud. */
export interface Passage {
  /** Element that is highlighted while the passage is read. */
  element: HTMLElement;
  text: string;
}

/** Elements that are skipped, with their descendants. */
const skipped =
  'script, style, template, noscript, details:not([open]), table, form, button, nav, [hidden], [data-pagefind-ignore], .sb-table, .sb-anchor, .sb-quiz-frame, .sb-references, .sb-figure-data';

/** Elements that are read as one passage. */
const readable = 'h1, h2, h3, h4, p, li, dt, dd, blockquote, summary, figcaption';

const headingLevels: Record<string, number> = { H2: 2, H3: 3, H4: 4 };

/** Returns the passages of a page in reading order: its title, its standfirst and its text. */
export function readPassages(page: ParentNode): Passage[] {
  const opening = [...page.querySelectorAll<HTMLElement>('.sb-opening h1, .sb-standfirst')];
  const prose = page.querySelector('.sb-prose');
  const all = [...opening.flatMap(readOne), ...(prose ? readInside(prose) : [])];
  return all.filter((passage, at) => !hasNothingToRead(passage, all[at + 1]));
}

function readInside(parent: Element): Passage[] {
  return [...parent.children].flatMap((child): Passage[] => {
    if (child.matches(skipped)) return [];
    const element = child as HTMLElement;
    if (child.matches('figure')) return readFigure(element);
    if (child.matches('li') && child.querySelector('p, ul, ol'))
      return [...readOne(element), ...readInside(child)];
    return child.matches(readable) ? readOne(element) : readInside(child);
  });
}

/** Returns the text alternative of a figure, then its caption. */
function readFigure(figure: HTMLElement): Passage[] {
  const drawing = figure.querySelector('svg[aria-labelledby]');
  const [title = '', description = ''] = ['title', 'desc'].map(
    (name) => drawing?.querySelector(`:scope > ${name}`)?.textContent.trim() ?? '',
  );
  const text = t('listening.figure', { title, description });
  return [...(title ? [{ element: figure, text }] : []), ...readInside(figure)];
}

function readOne(element: HTMLElement): Passage[] {
  const copy = element.cloneNode(true) as HTMLElement;
  for (const part of copy.querySelectorAll(`${skipped}, ul, ol, li p`)) part.remove();
  for (const cite of copy.querySelectorAll('.sb-cite')) {
    if (cite.textContent.startsWith('(')) cite.remove();
  }
  const text = copy.textContent.trim();
  return text === '' ? [] : [{ element, text }];
}

/** Whether a passage is a heading whose section has nothing to read, such as that of a quiz. */
function hasNothingToRead({ element }: Passage, next: Passage | undefined): boolean {
  const level = headingLevels[element.tagName];
  if (level === undefined) return false;
  return !next || (headingLevels[next.element.tagName] ?? Infinity) <= level;
}
