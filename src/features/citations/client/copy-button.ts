/** A button that copies an element's text, with its italics for programs that take them. */
export function addCopyButton(source: Element | null, before: Element | null, words: string) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'sb-copy';
  button.ariaLive = 'polite';
  button.textContent = words;
  button.onclick = () => {
    document.getSelection()?.selectAllChildren(source as Element);
    // Without this, browsers copy the page's colours and fonts too. The older way to copy is the
    // only one that works over http: and file:.
    document.addEventListener('copy', setClipboard, { once: true });
    button.textContent = document.execCommand('copy') ? 'Copied' : 'Selected';
  };
  if (before) before.before(button);
  else source?.after(button);

  function setClipboard(event: ClipboardEvent) {
    event.clipboardData?.setData('text/plain', source?.textContent ?? '');
    event.clipboardData?.setData('text/html', source?.outerHTML ?? '');
    event.preventDefault();
  }
}
