import { createStore } from '../../../lib/storage/store.ts';

/** Event on the document once the reader has had everything forgotten: keep nothing more on this page. */
export const forgotten = 'sb-forgotten';

/** Where the reader was. */
export interface Place {
  /** Path of the page. */
  path: string;
  /** Its title. */
  title: string;
  /** Anchor of the section, with its #. */
  hash: string;
  /** The section's heading. */
  section: string;
}

const store = createStore('place', toPlace, () => localStorage);

/**
 * Offers the way back to where the reader was, on the home page and on the page itself, and keeps
 * the place from here on: the function returned takes the section that the reader has come to.
 */
export function keepPlace(): (section: HTMLAnchorElement | undefined) => void {
  const place = store.read();
  const isHome = document.documentElement.dataset['layout'] === 'home';
  const isHere = place?.path === location.pathname;
  const isOffered = place && !location.hash && (isHome || isHere);
  const slip = isOffered
    ? import('./bookmark.ts').then(
        ({ offerPlace }) => offerPlace(place, isHome, store.clear),
        () => undefined,
      )
    : undefined;

  let keeps = true;
  document.addEventListener(forgotten, () => {
    keeps = false;
  });

  return (section) => {
    if (!section || !keeps) return;
    void slip?.then((shown) => shown?.remove());
    const title = document.querySelector('h1')?.textContent ?? '';
    const { hash, textContent } = section;
    store.write({ path: location.pathname, title, hash, section: textContent.trim() });
  };
}

function toPlace(json: unknown): Place | undefined {
  const { path, title, hash, section } = (json ?? {}) as Place;
  const isWhole = [path, title, hash, section].every((part) => typeof part === 'string');
  // A stored value must never lead to another site.
  return isWhole && /^\/(?!\/)[^#]*#/.test(path + hash)
    ? { path, title, hash, section }
    : undefined;
}

/**
 * Marks in "On this page" the section being read, and tells of it: `onChange` gets the link to the
 * section that the reader has come to, or undefined above the first.
 */
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
    // The last headings may never reach the line: at the end of the page the link's target counts, else the last heading.
    if (scrollY > 0 && scrollY + innerHeight > scrollHeight - 2) {
      const led = links.findIndex(({ hash }) => hash === location.hash);
      last = led > last ? led : above(innerHeight);
    }
    if (links[last] === current) return;
    current?.removeAttribute('aria-current');
    current = links[last];
    current?.setAttribute('aria-current', 'true');
    onChange(current);
  };
  // The upper edge is out of reach, so that a heading counts from the line upwards, however far.
  const observer = new IntersectionObserver(mark, { rootMargin: '99999px 0px -66% 0px' });
  for (const heading of headings) if (heading) observer.observe(heading);
  const footer = document.querySelector('.sb-footer');
  if (footer) new IntersectionObserver(mark, { threshold: [0, 0.5, 0.98] }).observe(footer);
  addEventListener('hashchange', mark);
}
