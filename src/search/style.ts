import text from './search.css?inline';

/** Adds the style of search to the page: it comes with the script, so that other pages load none of it. */
export function addSearchStyle(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets.push(sheet);
}
