import { createStore } from '../../../lib/storage/store.ts';
import { forgotten } from './forget.ts';

/** Where the reader was. */
interface Place {
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
  const slip = place && !location.hash && (isHome || isHere) ? offer(place, isHome) : undefined;

  let keeps = true;
  document.addEventListener(forgotten, () => {
    keeps = false;
  });

  return (section) => {
    if (!section || !keeps) return;
    slip?.remove();
    const title = document.querySelector('h1')?.textContent ?? '';
    const { hash, textContent } = section;
    store.write({ path: location.pathname, title, hash, section: textContent.trim() });
  };
}

function offer({ path, title, hash, section }: Place, isHome: boolean): HTMLElement {
  const slip = document.createElement('aside');
  slip.className = 'sb-bookmark';
  slip.ariaLabel = 'Where you were';
  const link = document.createElement('a');
  link.href = path + hash;
  link.textContent = isHome ? `Continue reading “${title}”` : `Continue at “${section}”`;
  const forget = document.createElement('button');
  forget.type = 'button';
  forget.textContent = 'Forget';
  forget.addEventListener('click', () => {
    store.clear();
    slip.remove();
  });
  link.addEventListener('click', () => {
    slip.remove();
  });
  slip.append(link, forget);
  document.querySelector('main')?.append(slip);
  return slip;
}

function toPlace(json: unknown): Place | undefined {
  const place = json as Partial<Place> | null;
  const parts = [place?.path, place?.title, place?.hash, place?.section];
  if (!parts.every((part) => typeof part === 'string')) return undefined;
  // Whatever is kept, it must not lead to another site.
  return /^\/(?!\/)[^#]*#/.test(`${place?.path ?? ''}${place?.hash ?? ''}`)
    ? (place as Place)
    : undefined;
}
