import { t } from '../../../lib/i18n/t.ts';
import { createStore } from '../../../lib/storage/store.ts';

const store = createStore('research', toStrings, () => localStorage);

/** Keeps which research sections the reader opened, opens those that are led to, and all on demand. */
export function keepResearch(): void {
  const sections = [...document.querySelectorAll<HTMLDetailsElement>('.sb-research')];
  const button = document.querySelector<HTMLButtonElement>('[data-open-all]');
  const allOpen = () => sections.every(({ open }) => open);

  const kept = new Set(store.read());
  const forPrint = new Set<HTMLDetailsElement>();
  for (const section of sections) {
    section.open ||= kept.has(name(section));
    section.addEventListener('toggle', () => {
      if (forPrint.has(section)) return;
      const opened = new Set(store.read());
      if (section.open) opened.add(name(section));
      else opened.delete(name(section));
      store.write([...opened]);
      label();
    });
  }
  if (button) button.hidden = false;
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
    if (button)
      button.textContent = allOpen() ? t('reading.closeResearch') : t('reading.openResearch');
  }
}

/** A section by its page and title, since numbers change when an author adds one before it. */
function name(section: HTMLDetailsElement): string {
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

function toStrings(json: unknown): string[] | undefined {
  return Array.isArray(json) ? json.filter((item) => typeof item === 'string') : undefined;
}
