/** Makes an element with attributes and children; strings become text, never markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** Makes a button with a click handler. */
export function toButton(label: string, press: () => void, name = ''): HTMLButtonElement {
  const button = element('button', { type: 'button', ...(name && { class: name }) }, label);
  button.addEventListener('click', press);
  return button;
}

/** Adds a style sheet from a script, so that pages without the script do not load it. */
export function addStyle(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}
