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
  /** Rules to skip. */
  except?: readonly string[];
  /**
   * Checks only text in combinations of text and background colours that no earlier call with this option has
   * checked, since contrast does not depend on the width. `each` compares the colours per element, `kind` per
   * kind of element: tag, classes, and the parent's tag and classes.
   */
  newColours?: 'each' | 'kind';
}

/** Rules whose result depends on colours, and so on the theme. */
export const colourRules = ['color-contrast', 'link-in-text-block'] as const;

/** Rules whose result depends on the layout. */
export const sizeRules = ['scrollable-region-focusable', 'target-size'] as const;

const axeScript = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** Returns the faults that axe finds in the page's current state, each with a selector. */
export async function findFaults(page: Page, scope: Scope = {}): Promise<string[]> {
  const { within, rules, except, newColours } = scope;
  // Evaluated, since the content policy blocks a script element; once per load.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeScript);
  const options: RunOptions = {
    // Only violations need selectors, which take time.
    resultTypes: ['violations'],
    ...(rules && { runOnly: { type: 'rule', values: [...rules] } }),
    ...(except && { rules: Object.fromEntries(except.map((rule) => [rule, { enabled: false }])) }),
  };
  const isNew = newColours
    ? await page.evaluate(findNewColours, { mode: newColours, within })
    : true;
  if (!isNew) return [];
  // Running all rules checks all colours, so they are no longer new.
  if (!rules && !except) await page.evaluate(findNewColours, { mode: 'each', within } as const);
  return page.evaluate(runAxe, { within, options, isFresh: newColours !== undefined });
}

/** State stored in the page between calls. */
interface State {
  axe: { run(context: ElementContext, options: RunOptions): Promise<AxeResults> };
  checked?: WeakMap<Element, Set<string>>;
  kinds?: Set<string>;
  fresh?: Element[];
}

/** Options of `findNewColours`; for `mode` see `newColours`. */
interface Colours {
  mode: 'each' | 'kind';
  /** Selector of the only part to check. */
  within?: string | undefined;
  /** Kinds that were checked on other pages. */
  known?: readonly string[];
}

/** Runs in the page: stores the elements with text in new colours; returns whether there are any. */
export function findNewColours({ mode, within = 'body', known }: Colours): boolean {
  const state = globalThis as unknown as State;
  const checked = (state.checked ??= new WeakMap());
  const kinds = (state.kinds ??= new Set(known));
  const backgrounds = new Map<Element, string>();
  const backgroundOf = (element: Element): string => {
    const known = backgrounds.get(element);
    if (known !== undefined) return known;
    const { backgroundColor, backgroundImage, opacity, filter } = getComputedStyle(element);
    const own = [backgroundColor, backgroundImage, opacity, filter].join(' ');
    const behind = element.parentElement ? backgroundOf(element.parentElement) : '';
    const background = own === 'rgba(0, 0, 0, 0) none 1 none' ? behind : `${behind}/${own}`;
    backgrounds.set(element, background);
    return background;
  };
  const hasText = (element: Element) =>
    /^(input|select|textarea)$/.test(element.localName) ||
    [...element.childNodes].some(({ nodeType, nodeValue }) => nodeType === 3 && nodeValue?.trim());
  const nameOf = (element: Element | null) =>
    `${element?.localName ?? ''}.${element?.getAttribute('class') ?? ''}`;
  state.fresh = [...document.querySelectorAll(`:is(${within}), :is(${within}) *`)].filter(
    (element) => {
      if (!hasText(element) || !element.checkVisibility({ visibilityProperty: true })) return false;
      const { color, fill, fontSize, fontWeight, textShadow, textDecorationLine } =
        getComputedStyle(element);
      // Large text needs less contrast (WCAG 2.2, 1.4.3).
      const size = parseFloat(fontSize);
      const isLarge = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700);
      const colours = [color, fill, isLarge, textShadow, textDecorationLine, backgroundOf(element)];
      const before = mode === 'kind' ? kinds : (checked.get(element) ?? new Set<string>());
      if (mode === 'each') checked.set(element, before);
      else colours.push(nameOf(element), nameOf(element.parentElement));
      const text = colours.join(' ');
      if (before.has(text)) return false;
      before.add(text);
      return true;
    },
  );
  return state.fresh.length > 0;
}

/** Runs in the page: returns the kinds that `findNewColours` has recorded. */
export function readKinds(): string[] {
  return [...((globalThis as unknown as State).kinds ?? [])];
}

/** Runs in the page: returns axe's violations as text. */
async function runAxe({ within, options, isFresh }: Call) {
  const { axe, fresh = [] } = globalThis as unknown as State;
  const context = isFresh ? { include: fresh } : (within ?? document);
  const { violations } = await axe.run(context as ElementContext, options);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${id}: ${help}\n${target.join(' ')}\n${failureSummary ?? ''}`,
    ),
  );
}

interface Call {
  within: string | undefined;
  options: RunOptions;
  isFresh: boolean;
}
