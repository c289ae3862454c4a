import { siteRoot } from '../../../lib/url/site-root.ts';
import { createSearchBox, shortest } from './search-box.ts';
import { addSearchStyle } from './element.ts';

/** Puts the search field on the search page; the address keeps what is searched. */
export function mountSearchPage(place: HTMLElement, topics: HTMLElement): void {
  const root = siteRoot(document);
  if (!root) return;
  addSearchStyle();
  const box = createSearchBox({
    root,
    hasTopics: false,
    parts: [...topics.querySelectorAll('h2')].map(({ textContent }) => textContent.trim()),
    searched: (query) => {
      keepInAddress({ q: query.text, kind: query.kind ?? '', topic: query.topic ?? '' });
      topics.hidden = query.text.trim().length >= shortest;
    },
  });
  place.append(...box.parts);
  const asked = new URLSearchParams(location.search);
  const query = {
    text: (asked.get('q') ?? '').slice(0, 2000),
    kind: asked.get('kind') ?? '',
    topic: asked.get('topic') ?? '',
  };
  if (Object.values(query).some(Boolean)) box.search(query);
  else place.addEventListener('focusin', box.open, { once: true });
  box.input.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    box.search({ text: box.input.value });
  });
}

function keepInAddress(values: Record<string, string>): void {
  const address = new URL(location.href);
  for (const [name, value] of Object.entries(values)) {
    if (value.trim() === '') address.searchParams.delete(name);
    else address.searchParams.set(name, value);
  }
  if (address.href !== location.href) history.replaceState(history.state, '', address);
}
