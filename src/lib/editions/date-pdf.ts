/** A PDF with the day of its edition in place of the clock's, so that the same book gives the same bytes. */
export function datePdf(pdf: Uint8Array, date: string): Uint8Array {
  const day = `${date.replaceAll('-', '')}120000`;
  // One byte a character, so that nothing else changes.
  const text = Array.from(pdf, (byte) => String.fromCharCode(byte)).join('');
  const dated = text.replace(
    /\/(CreationDate|ModDate) \(D:\d{14}/g,
    (_, name: string) => `/${name} (D:${day}`,
  );
  return Uint8Array.from(dated, (character) => character.charCodeAt(0));
}
