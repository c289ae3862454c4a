import { t } from '../../../lib/i18n/t.ts';
import { trackPlace, followSections } from './place.ts';
import { showListenButton } from '../../listening/client/listen-button.ts';
import { createStore } from '../../../lib/storage/store.ts';

/** Applies and stores the chosen theme, also one chosen in another tab or before a return to this page. */
function connectThemeSelect(): void {
  const select = document.querySelector<HTMLSelectElement>('[data-theme-select]');
  if (!select) return;
  const toTheme = (json: unknown) => ['light', 'dark'].find((theme) => theme === json);
  const store = createStore('theme', toTheme, () => localStorage);
  const apply = () => {
    const theme = toTheme(select.value);
    if (theme) document.documentElement.dataset['theme'] = theme;
    else delete document.documentElement.dataset['theme'];
    return theme;
  };
  const applyStored = () => {
    select.value = store.read() ?? 'auto';
    apply();
  };
  applyStored();
  select.addEventListener('change', () => {
    const theme = apply();
    if (theme) store.write(theme);
    else store.clear();
  });
  addEventListener('storage', applyStored);
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) applyStored();
  });
}

/** How long the copied notice is shown, in ms. */
const noticeTime = 2000;

/** Copies the address of a heading when its link is followed; without clipboard access it only navigates. */
function copyAnchors(): void {
  document.addEventListener('click', (event) => {
    const anchor = (event.target as Element).closest<HTMLAnchorElement>('.sb-anchor');
    // Only secure contexts have a clipboard.
    const { clipboard } = navigator as Partial<Navigator>;
    // An anchor has text only while its notice is shown.
    if (!anchor || !clipboard || anchor.textContent) return;
    const name = anchor.getAttribute('aria-label') ?? '';
    const show = (label: string, text: string) => {
      anchor.setAttribute('aria-label', label);
      anchor.textContent = text;
    };
    clipboard.writeText(anchor.href).then(
      () => {
        show(t('reading.linkCopied'), t('reading.linkCopiedShort'));
        setTimeout(show, noticeTime, name, '');
      },
      () => undefined,
    );
  });
}

/** Closes the contents popover after one of its links is followed. */
function closeContents(): void {
  const popover = document.getElementById('sb-contents');
  popover?.addEventListener('click', (event) => {
    const isLink = (event.target as Element).closest('a');
    // Safari before 17 lacks popovers, and throws on the selector.
    if (isLink && 'popover' in popover && popover.matches(':popover-open')) popover.hidePopover();
  });
}

/** Opens popovers of glossary terms and citations; their script loads at the first click. */
function openPopovers(): void {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('.sb-term, .sb-cite');
    const hasModifier = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (!link || hasModifier || !('popover' in link)) return;
    event.preventDefault();
    const follow = () => {
      location.href = link.href;
    };
    import('./popover.ts').then(({ openDefinition, openCitation }) => {
      if (link.matches('.sb-term')) openDefinition(link);
      else if (!openCitation(link)) follow();
    }, follow);
  });
}

/** Adds a copy button to each citation of the page, when the reader first opens their list. */
function addCopyButtons(): void {
  const box = document.querySelector<HTMLDetailsElement>('.sb-cite-page');
  const add = () =>
    import('./popover.ts').then(
      ({ copyButton }) => {
        for (const source of box?.querySelectorAll<HTMLElement>('[data-copy]') ?? [])
          source.after(copyButton(source, source.dataset['copy'] ?? ''));
      },
      () => undefined,
    );
  box?.addEventListener('toggle', () => void add(), { once: true });
}

const openSections = createStore(
  'research',
  (json) => (Array.isArray(json) ? json.filter((item) => typeof item === 'string') : undefined),
  () => localStorage,
);

/** Remembers which research sections are open; opens the link target, all on demand, and all for printing. */
function connectResearch(): void {
  const sections = [...document.querySelectorAll<HTMLDetailsElement>('.sb-research')];
  const button = document.querySelector<HTMLButtonElement>('[data-open-all]');
  const allOpen = () => sections.every(({ open }) => open);

  const stored = new Set(openSections.read());
  const openedForPrint = new Set<HTMLDetailsElement>();
  for (const section of sections) {
    section.open ||= stored.has(keyOf(section));
    section.addEventListener('toggle', () => {
      if (openedForPrint.has(section)) return;
      const names = new Set(openSections.read());
      if (section.open) names.add(keyOf(section));
      else names.delete(keyOf(section));
      openSections.write([...names]);
      label();
    });
  }
  button?.addEventListener('click', () => {
    const open = !allOpen();
    for (const section of sections) section.open = open;
  });
  label();
  openTarget();
  addEventListener('hashchange', openTarget);
  addEventListener('beforeprint', () => {
    for (const section of sections.filter(({ open }) => !open)) {
      openedForPrint.add(section);
      section.open = true;
    }
  });
  addEventListener('afterprint', () => {
    for (const section of openedForPrint) section.open = false;
    openedForPrint.clear();
  });

  function label() {
    if (!button) return;
    button.textContent = allOpen() ? t('reading.closeResearch') : t('reading.openResearch');
    button.hidden = false;
  }
}

/** Returns a section's key: page and title, since its index changes when an author adds one before it. */
function keyOf(section: HTMLDetailsElement): string {
  return `${location.pathname}#${section.querySelector('summary')?.textContent ?? ''}`;
}

/** Opens the `<details>` around the link target, and scrolls to it. */
function openTarget(): void {
  const target = document.querySelector<HTMLElement>(':target');
  let details = target?.closest('details');
  if (!target || !details) return;
  while (details) {
    details.open = true;
    details = details.parentElement?.closest('details');
  }
  target.scrollIntoView();
}

connectThemeSelect();
connectResearch();
copyAnchors();
closeContents();
followSections(trackPlace());
showListenButton();
openPopovers();
addCopyButtons();
