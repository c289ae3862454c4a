/**
 * Writes rows as CSV by RFC 4180: a header from the first row's keys, CRLF, and quotes only where a
 * value needs them. No rows give an empty text.
 */
export function formatCsv(rows: Record<string, string | number>[]): string {
  const [first] = rows;
  if (!first) return '';
  const keys = Object.keys(first);
  const lines = [keys, ...rows.map((row) => keys.map((key) => row[key] ?? ''))];
  return lines.map((line) => `${line.map(formatCell).join(',')}\r\n`).join('');
}

function formatCell(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
