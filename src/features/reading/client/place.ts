import { createStore } from '../../../lib/storage/store.ts';

/** Event on the document after all stored data were deleted: this page stores no more. */
export const dataDeleted = 'sb-forgotten';

/** The reader's last position: a page's path and title, and a section's anchor (with its #) and heading. */
export type Place = Record<'path' | 'title' | 'hash' | 'section', string>;

const store = createStore('place', toPlace, () => localStorage);

/** Shows a link back to the reader's last position; returns a function that stores the current section. */
export function trackPlace(): (section: HTMLAnchorElement | undefined) => void {
  const place = store.read();
  const isHome = document.documentElement.dataset['layout'] === 'home';
  const isHere = place?.path === location.pathname;
  const isOffered = place && !location.hash && (isHome || isHere);
  const bookmark = isOffered
    ? import('./bookmark.ts').then(
        ({ showBookmark }) => showBookmark(place, isHome, store.clear),
        () => undefined,
      )
    : undefined;

  let isTracking = true;
  document.addEventListener(dataDeleted, () => {
    isTracking = false;
  });

  return (section) => {
    if (!section || !isTracking) return;
    void bookmark?.then((shown) => shown?.remove());
    const title = document.querySelector('h1')?.textContent ?? '';
    const { hash, textContent } = section;
    store.write({ path: location.pathname, title, hash, section: textContent.trim() });
  };
}

function toPlace(json: unknown): Place | undefined {
  const { path, title, hash, section } = (json ?? {}) as Place;
  const isComplete = [path, title, hash, section].every((part) => typeof part === 'string');
  // A damaged or forged value must not link to another site.
  return isComplete && /^\/(?!\/)[^#]*#/.test(path + hash)
    ? { path, title, hash, section }
    : undefined;
}

/** Marks the current section in "On this page"; `onChange` gets its link, undefined above the first. */
export function followSections(onChange: (link: HTMLAnchorElement | undefined) => void): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.sb-toc a')];
  const headings = links.map((link) => document.getElementById(link.hash.slice(1)));
  let current: HTMLAnchorElement | undefined;

  const mark = () => {
    const line = innerHeight / 3;
    const above = (limit: number) =>
      headings.findLastIndex((heading) => heading && heading.getBoundingClientRect().top < limit);
    let last = above(line);
    const { scrollHeight } = document.documentElement;
    // The last headings may not reach the line: at the end of the page, the link target or the last
    // visible heading is current.
    if (scrollY > 0 && scrollY + innerHeight > scrollHeight - 2) {
      const target = links.findIndex(({ hash }) => hash === location.hash);
      last = target > last ? target : above(innerHeight);
    }
    if (links[last] === current) return;
    current?.removeAttribute('aria-current');
    current = links[last];
    current?.setAttribute('aria-current', 'true');
    onChange(current);
  };
  // Extended far upwards, so that headings above the viewport count, too.
  const observer = new IntersectionObserver(mark, { rootMargin: '99999px 0px -66% 0px' });
  for (const heading of headings) if (heading) observer.observe(heading);
  const footer = document.querySelector('.sb-footer');
  if (footer) new IntersectionObserver(mark, { threshold: [0, 0.5, 0.98] }).observe(footer);
  addEventListener('hashchange', mark);
}
