/** Year of a CSL-JSON work; "n.d." when it has none. */
export function formatYear(reference: {
  issued?: { 'date-parts': number[][] } | undefined;
}): string {
  const year = reference.issued?.['date-parts'][0]?.[0];
  return year === undefined ? 'n.d.' : String(year);
}
