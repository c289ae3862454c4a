import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, ElementContext, RunOptions } from 'axe-core';

/** What of a page axe judges; the whole page and every rule without it. */
export interface Scope {
  /** Selector of the only part to judge, such as an open dialog over a page judged elsewhere. */
  within?: string;
  /** The only rules to run. */
  rules?: readonly string[];
  /** Rules to leave out. */
  except?: readonly string[];
  /**
   * Judges only text whose colours, and those of what lies behind it, no earlier call of the visit
   * with this option has judged, since the same colours pass at every width: `each` judges every such
   * element, `kind` one of those that also have tag, classes and parent's classes in common.
   */
  newColours?: 'each' | 'kind';
}

/** Rules whose verdict depends on colours, and so on the theme. */
export const colourRules = ['color-contrast', 'link-in-text-block'] as const;

/** Rules whose verdict depends on what fits beside what. */
export const sizeRules = ['scrollable-region-focusable', 'target-size'] as const;

const axeScript = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** What axe finds wrong with the page as it stands, each with where. */
export async function findFaults(page: Page, scope: Scope = {}): Promise<string[]> {
  const { within, rules, except, newColours } = scope;
  // Evaluated once a visit, since the policy lets no script element in; no page has frames.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeScript);
  const options: RunOptions = {
    // What passed needs no selector for each node.
    resultTypes: ['violations'],
    ...(rules && { runOnly: { type: 'rule', values: [...rules] } }),
    ...(except && { rules: Object.fromEntries(except.map((rule) => [rule, { enabled: false }])) }),
  };
  const isNew = newColours
    ? await page.evaluate(findNewColours, { mode: newColours, within })
    : true;
  if (!isNew) return [];
  // Where every rule is run, all colours are judged.
  if (!rules && !except) await page.evaluate(findNewColours, { mode: 'each', within } as const);
  return page.evaluate(runAxe, { within, options, isFresh: newColours !== undefined });
}

/** What the page keeps between calls. */
interface Kept {
  axe: { run(context: ElementContext, options: RunOptions): Promise<AxeResults> };
  judged?: WeakMap<Element, Set<string>>;
  kinds?: Set<string>;
  fresh?: Element[];
}

/** How colours are known: of each element, or by what elements look like and are called. */
interface Colours {
  mode: 'each' | 'kind';
  /** Selector of the only part to look at. */
  within?: string | undefined;
  /** Kinds that were judged elsewhere. */
  known?: readonly string[];
}

/**
 * Runs in the page: keeps the elements with text in colours not judged yet, and says whether there are
 * any.
 */
export function findNewColours({ mode, within = 'body', known }: Colours): boolean {
  const kept = globalThis as unknown as Kept;
  const judged = (kept.judged ??= new WeakMap());
  const kinds = (kept.kinds ??= new Set(known));
  const grounds = new Map<Element, string>();
  const groundOf = (element: Element): string => {
    const known = grounds.get(element);
    if (known !== undefined) return known;
    const { backgroundColor, backgroundImage, opacity, filter } = getComputedStyle(element);
    const own = [backgroundColor, backgroundImage, opacity, filter].join(' ');
    const behind = element.parentElement ? groundOf(element.parentElement) : '';
    const ground = own === 'rgba(0, 0, 0, 0) none 1 none' ? behind : `${behind}/${own}`;
    grounds.set(element, ground);
    return ground;
  };
  const hasText = (element: Element) =>
    /^(input|select|textarea)$/.test(element.localName) ||
    [...element.childNodes].some(({ nodeType, nodeValue }) => nodeType === 3 && nodeValue?.trim());
  const nameOf = (element: Element | null) =>
    `${element?.localName ?? ''}.${element?.getAttribute('class') ?? ''}`;
  kept.fresh = [...document.querySelectorAll(`:is(${within}), :is(${within}) *`)].filter(
    (element) => {
      if (!hasText(element) || !element.checkVisibility({ visibilityProperty: true })) return false;
      const { color, fill, fontSize, fontWeight, textShadow, textDecorationLine } =
        getComputedStyle(element);
      // Large text needs less contrast (WCAG 2.2, 1.4.3).
      const size = parseFloat(fontSize);
      const isLarge = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700);
      const colours = [color, fill, isLarge, textShadow, textDecorationLine, groundOf(element)];
      const before = mode === 'kind' ? kinds : (judged.get(element) ?? new Set<string>());
      if (mode === 'each') judged.set(element, before);
      else colours.push(nameOf(element), nameOf(element.parentElement));
      const text = colours.join(' ');
      if (before.has(text)) return false;
      before.add(text);
      return true;
    },
  );
  return kept.fresh.length > 0;
}

/** Runs in the page: the kinds that `findNewColours` knows. */
export function readKinds(): string[] {
  return [...((globalThis as unknown as Kept).kinds ?? [])];
}

/** Runs in the page. */
async function runAxe({ within, options, isFresh }: Call) {
  const { axe, fresh = [] } = globalThis as unknown as Kept;
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
