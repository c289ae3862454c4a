/** A script that records errors for `findFaults`; inserted into a page before its policy. */
export const errorRecorder = `<script>{
  const seen = (window.problems = []);
  addEventListener('error', (e) => seen.push(e.message ?? 'lacks ' + (e.target.src ?? e.target.href)), true);
  addEventListener('unhandledrejection', (e) => seen.push(String(e.reason)));
  addEventListener('securitypolicyviolation', (e) => seen.push(e.violatedDirective + ' ' + e.blockedURI), true);
}</script>`;

/**
 * Runs in a page and returns its faults: recorded errors, overflow, text without contrast, drawings without
 * colour, glossary terms without underline.
 */
export function findFaults(): string[] {
  const faults = [...((globalThis as { problems?: string[] }).problems ?? [])];
  const { scrollWidth } = document.documentElement;
  if (scrollWidth > innerWidth) faults.push(`${String(scrollWidth)} px wide`);
  const ground = getComputedStyle(document.documentElement).backgroundColor;
  const light = (colour: string) =>
    (/\d+/g[Symbol.match](colour) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0);
  for (const element of document.querySelectorAll('h1, p, li, .sb-cite, button')) {
    const { color } = getComputedStyle(element);
    const isOwn = element.closest('.sb-skip, .sb-button, .sb-search-form, .sb-worksheet');
    if (!isOwn && Math.abs(light(color) - light(ground)) < 150)
      faults.push(`${element.tagName} of ${color} on ${ground}`);
  }
  const drawn = document.querySelector('.sb-fig :is(.sb-tint, .sb-child, .sb-adult)');
  const shape = drawn && getComputedStyle(drawn);
  if (shape?.fill === 'rgb(0, 0, 0)' && shape.stroke === 'none') faults.push('a drawing is black');
  const term = document.querySelector('.sb-prose .sb-term');
  const line = term && getComputedStyle(term).textDecorationStyle;
  if (term && line !== 'dotted') faults.push('a word of the glossary is not marked');
  return faults;
}
