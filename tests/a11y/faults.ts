import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, ElementContext, RunOptions } from 'axe-core';

/** Limits what axe checks; by default it checks the whole page with all rules. */
export interface Scope {
  /** Selector of the only part to check, such as an open dialog. */
  within?: string;
  /** The only rules to run. */
  rules?: readonly string[];
}

/** Rules whose result depends on colours, and so on the theme. */
export const colourRules = ['color-contrast', 'link-in-text-block'] as const;

/** Rules whose result depends on the layout. */
export const sizeRules = ['scrollable-region-focusable', 'target-size'] as const;

const axeScript = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** Looks without a fault on the pages that this process has checked. */
const goodLooks = new Set<string>();
/** Looks of which axe could not judge a text, such as one that is partly covered; it gets one more. */
const unclearLooks = new Set<string>();

/**
 * Returns the faults that axe finds in the page's current state, each with a selector. The contrast of each look is
 * checked once (see `markNewLooks`).
 */
export async function findFaults(page: Page, { within, rules }: Scope = {}): Promise<string[]> {
  const isOfColour = (rule: string) => (colourRules as readonly string[]).includes(rule);
  const hasNewLook =
    (!rules || rules.some(isOfColour)) &&
    (await page.evaluate(markNewLooks, { within, known: [...goodLooks] }));
  const chosen = hasNewLook ? rules : rules?.filter((rule) => !isOfColour(rule));
  if (chosen?.length === 0) return [];
  // Evaluated, since the content policy blocks a script element; once per load.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeScript);
  const { faults, good, unclear } = await page.evaluate(runAxe, { within, rules: chosen });
  if (!chosen || chosen.includes('color-contrast')) {
    for (const look of good) goodLooks.add(look);
    for (const look of unclear) (unclearLooks.has(look) ? goodLooks : unclearLooks).add(look);
  }
  return faults;
}

/** State stored in the page between calls. */
interface State {
  axe: {
    run(context: ElementContext, options: RunOptions): Promise<AxeResults>;
    configure(options: { noHtml: boolean; rules: { id: string; selector: string }[] }): void;
  };
  looks?: Map<Element, string>;
}

/** Options of `markNewLooks`. */
interface Looks {
  /** Selector of the only part to check. */
  within?: string | undefined;
  /** Looks that need no check. */
  known: readonly string[];
}

/**
 * Runs in the page: marks an element with text for each look that is not known, and returns whether there are any.
 * A look is all that the contrast of a text depends on: the text's colour, size and weight, the background of
 * its ancestors, what overlaps it, and its tag and classes and those of its parent, which select pseudo-elements.
 * Contrast depends neither on the page nor on its width, so a check of each look is a check of each text.
 */
export function markNewLooks({ within = 'body', known }: Looks): boolean {
  const state = globalThis as unknown as State;
  const seen = new Set(known);
  const styles = new Map<Element, CSSStyleDeclaration>();
  const styleOf = (element: Element) => {
    const style = styles.get(element) ?? getComputedStyle(element);
    styles.set(element, style);
    return style;
  };
  const backgrounds = new Map<Element, string>();
  const backgroundOf = (element: Element | null): string => {
    if (!element) return '';
    let background = backgrounds.get(element);
    if (background !== undefined) return background;
    const { backgroundColor, backgroundImage, opacity, filter, mixBlendMode } = styleOf(element);
    const own = [backgroundColor, backgroundImage, opacity, filter, mixBlendMode].join(' ');
    const behind = backgroundOf(element.parentElement);
    background = own === 'rgba(0, 0, 0, 0) none 1 none normal' ? behind : `${behind}/${own}`;
    backgrounds.set(element, background);
    return background;
  };
  const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true });
  const isPainted = (element: Element) => {
    if (/^(img|svg|canvas|video|iframe|object)$/.test(element.localName)) return true;
    const { backgroundColor, backgroundImage } = styleOf(element);
    return backgroundColor !== 'rgba(0, 0, 0, 0)' || backgroundImage !== 'none';
  };
  const painted = [...document.querySelectorAll('body *')]
    .filter((element) => isPainted(element) && isShown(element))
    .map((element) => ({ element, box: element.getBoundingClientRect() }));
  const nameOf = (element: Element | null) =>
    `${element?.localName ?? ''}.${element?.getAttribute('class') ?? ''}`;
  const overlapsOf = (element: Element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return painted
      .filter(
        ({ element: other, box }) =>
          box.left < right - 1 &&
          box.right > left + 1 &&
          box.top < bottom - 1 &&
          box.bottom > top + 1 &&
          !other.contains(element) &&
          !element.contains(other),
      )
      .map(({ element: other }) => `${nameOf(other)} ${backgroundOf(other)}`);
  };
  const textOf = (element: Element) =>
    /^(input|select|textarea)$/.test(element.localName)
      ? 'text'
      : [...element.childNodes]
          .map(({ nodeType, nodeValue }) => (nodeType === 3 ? nodeValue?.trim() : ''))
          .join('');
  const isDisabled = (element: Element) =>
    Boolean(
      element.closest(':disabled, [aria-disabled="true"], [inert]') ??
      element.closest('label')?.control?.matches(':disabled'),
    );
  const lookOf = (element: Element) => {
    const { color, fill, fontSize, fontWeight, textShadow, textDecorationLine, borderBottomStyle } =
      styleOf(element);
    // Large text needs less contrast (WCAG 2.2, 1.4.3).
    const size = parseFloat(fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700);
    const parent = element.parentElement;
    return [
      ...[color, fill, isLarge, fontWeight, textShadow, textDecorationLine, borderBottomStyle],
      ...[parent && styleOf(parent).color, nameOf(parent), nameOf(element)],
      ...[backgroundOf(element), ...overlapsOf(element)],
    ].join(' ');
  };
  state.looks = new Map();
  for (const element of document.querySelectorAll(`:is(${within}), :is(${within}) *`)) {
    element.removeAttribute('data-new-look');
    const text = textOf(element);
    if (!text || !isShown(element)) continue;
    // Axe reports no fault of a single character, nor of what is disabled.
    const look = `${String(text.length === 1 || isDisabled(element))} ${lookOf(element)}`;
    if (seen.has(look)) continue;
    seen.add(look);
    state.looks.set(element, look);
    element.setAttribute('data-new-look', '');
  }
  return state.looks.size > 0;
}

/** Runs in the page: returns the looks that `markNewLooks` found. */
export function readLooks(): string[] {
  return [...((globalThis as unknown as State).looks?.values() ?? [])];
}

/** Options of `runAxe`. */
interface Call {
  within: string | undefined;
  rules: readonly string[] | undefined;
}

/** Runs in the page: returns axe's violations as text, and the marked looks without one. */
async function runAxe({ within, rules }: Call) {
  const { axe, looks = new Map<Element, string>() } = globalThis as unknown as State;
  const marked = '[data-new-look]';
  const link = ':is(a[href], [role=link])';
  axe.configure({
    noHtml: true,
    rules: [
      { id: 'color-contrast', selector: marked },
      // Whether a link is in a block of text is no part of its look, so a run of all rules checks each link.
      { id: 'link-in-text-block', selector: rules ? link + marked : link },
    ],
  });
  const { violations, incomplete } = await axe.run((within ?? document) as ElementContext, {
    // Passes need no selectors, which take time.
    resultTypes: ['violations', 'incomplete'],
    elementRef: true,
    ...(rules
      ? { runOnly: { type: 'rule', values: [...rules] } }
      : // Axe leaves it out by default.
        { rules: { 'target-size': { enabled: true } } }),
  });
  const take = (results: typeof violations) =>
    results.flatMap(({ nodes }) =>
      nodes.flatMap(({ element }) => {
        const look = element && looks.get(element);
        if (element) looks.delete(element);
        return look ?? [];
      }),
    );
  take(violations);
  const unclear = take(incomplete);
  const faults = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${id}: ${help}\n${target.join(' ')}\n${failureSummary ?? ''}`,
    ),
  );
  return { faults, good: [...looks.values()], unclear };
}
