import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What of a page axe judges; the whole page and every rule without it. */
export interface Scope {
  /** Selector of the only part to judge, such as an open dialog over a page judged elsewhere. */
  within?: string;
  /** The only rules to run. */
  rules?: readonly string[];
}

/** Rules whose verdict depends on colours, and so on the theme. */
export const colourRules = ['color-contrast', 'link-in-text-block'] as const;

/** Rules whose verdict depends on the width of the window. */
export const widthRules = [...colourRules, 'scrollable-region-focusable', 'target-size'] as const;

/** What axe finds wrong with the page as it stands, each with where. */
export async function findFaults(page: Page, { within, rules }: Scope = {}): Promise<string[]> {
  // No page has frames, so that axe need not gather its results in a page of their own; of what passed
  // it need say nothing, which spares it a selector for every node.
  let axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  if (within) axe = axe.include(within);
  if (rules) axe = axe.withRules([...rules]);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${id}: ${help}\n${target.join(' ')}\n${failureSummary ?? ''}`,
    ),
  );
}
