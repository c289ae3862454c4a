/**
 * Text as a printer sets it: a statistic such as "r = .39" stays on one line, and a span of numbers
 * such as "5-18" takes an en dash. Longer runs of digits with hyphens, such as telephone numbers,
 * stay as they are.
 */
export function setText(text: string): string {
  return text
    .replace(/\b([a-zA-Z]) = (?=[−.\d])/g, '$1\u00a0=\u00a0')
    .replace(/(?<![\d-])(\d{1,2}|\d{4})-(\d{1,2}|\d{4})(?![\d-])/g, '$1–$2');
}
