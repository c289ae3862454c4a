/** Hands the reader a text as a file; nothing leaves the browser. */
export function downloadText(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The click only queues the download; a minute is long enough for it to have begun.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
