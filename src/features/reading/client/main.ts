import { t } from '../../../lib/i18n/t.ts';
import { keepPlace, followSections } from './place.ts';
import { offerListening } from '../../listening/client/offer.ts';
import { createStore } from '../../../lib/storage/store.ts';

/**
 * Lets the reader's choice of theme rule this page and be kept for the next. A choice made meanwhile,
 * in another tab or before going back to this page, rules it, too.
 */
function keepTheme(): void {
  const select = document.querySelector<HTMLSelectElement>('[data-theme-select]');
  if (!select) return;
  const toTheme = (json: unknown) => ['light', 'dark'].find((theme) => theme === json);
  const store = createStore('theme', toTheme, () => localStorage);
  const show = () => {
    const theme = toTheme(select.value);
    if (theme) document.documentElement.dataset['theme'] = theme;
    else delete document.documentElement.dataset['theme'];
    return theme;
  };
  const follow = () => {
    select.value = store.read() ?? 'auto';
    show();
  };
  follow();
  select.addEventListener('change', () => {
    const theme = show();
    if (theme) store.write(theme);
    else store.clear();
  });
  addEventListener('storage', follow);
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) follow();
  });
}

const shownFor = 2000;

/** Copies the address of a heading when its link is followed; without clipboard access it only navigates. */
function copyAnchors(): void {
  document.addEventListener('click', (event) => {
    const anchor = (event.target as Element).closest<HTMLAnchorElement>('.sb-anchor');
    // Pages that are not served securely have no clipboard.
    const { clipboard } = navigator as Partial<Navigator>;
    if (!anchor || !clipboard) return;
    const { textContent } = anchor;
    const name = anchor.getAttribute('aria-label') ?? '';
    const show = (label: string, text: string) => {
      anchor.setAttribute('aria-label', label);
      anchor.textContent = text;
    };
    clipboard.writeText(anchor.href).then(
      () => {
        show(t('reading.linkCopied'), t('reading.linkCopiedShort'));
        setTimeout(show, shownFor, name, textContent);
      },
      () => undefined,
    );
  });
}

/** Closes the contents popover after one of its links is followed. */
function closeContents(): void {
  const sheet = document.getElementById('sb-contents');
  sheet?.addEventListener('click', (event) => {
    const isLink = (event.target as Element).closest('a');
    // Safari before 17 has no popovers, and does not know the selector either.
    if (isLink && 'popover' in sheet && sheet.matches(':popover-open')) sheet.hidePopover();
  });
}

/** Opens popovers of glossary terms and citations; their script loads at the first click. */
function openCards(): void {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('.sb-term, .sb-cite');
    const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (!link || elsewhere || !('popover' in link)) return;
    event.preventDefault();
    const follow = () => {
      location.href = link.href;
    };
    import('./cards.ts').then(({ openDefinition, openWorks }) => {
      if (link.matches('.sb-term')) openDefinition(link);
      else if (!openWorks(link)) follow();
    }, follow);
  });
}

/** Each way to cite a page gets a button that copies it, once the reader opens the list of them. */
function offerCopies(): void {
  const box = document.querySelector<HTMLDetailsElement>('.sb-cite-page');
  const add = () =>
    import('./cards.ts').then(
      ({ copyButton }) => {
        for (const source of box?.querySelectorAll<HTMLElement>('[data-copy]') ?? [])
          source.after(copyButton(source, source.dataset['copy'] ?? ''));
      },
      () => undefined,
    );
  box?.addEventListener('toggle', () => void add(), { once: true });
}

const opened = createStore(
  'research',
  (json) => (Array.isArray(json) ? json.filter((item) => typeof item === 'string') : undefined),
  () => localStorage,
);

/** Remembers which research sections are open, and opens link targets, or all sections on demand. */
function keepResearch(): void {
  const sections = [...document.querySelectorAll<HTMLDetailsElement>('.sb-research')];
  const button = document.querySelector<HTMLButtonElement>('[data-open-all]');
  const allOpen = () => sections.every(({ open }) => open);

  const kept = new Set(opened.read());
  const forPrint = new Set<HTMLDetailsElement>();
  for (const section of sections) {
    section.open ||= kept.has(nameSection(section));
    section.addEventListener('toggle', () => {
      if (forPrint.has(section)) return;
      const names = new Set(opened.read());
      if (section.open) names.add(nameSection(section));
      else names.delete(nameSection(section));
      opened.write([...names]);
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
      forPrint.add(section);
      section.open = true;
    }
  });
  addEventListener('afterprint', () => {
    for (const section of forPrint) section.open = false;
    forPrint.clear();
  });

  function label() {
    if (!button) return;
    button.textContent = allOpen() ? t('reading.closeResearch') : t('reading.openResearch');
    button.hidden = false;
  }
}

/** A section by its page and title, since numbers change when an author adds one before it. */
function nameSection(section: HTMLDetailsElement): string {
  return `${location.pathname}#${section.querySelector('summary')?.textContent ?? ''}`;
}

/** What an address points at may be folded away. */
function openTarget(): void {
  const target = document.querySelector<HTMLElement>(':target');
  let folded = target?.closest('details');
  if (!target || !folded) return;
  while (folded) {
    folded.open = true;
    folded = folded.parentElement?.closest('details');
  }
  target.scrollIntoView();
}

keepTheme();
keepResearch();
copyAnchors();
closeContents();
followSections(keepPlace());
offerListening();
openCards();
offerCopies();
