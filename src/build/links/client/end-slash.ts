/**
 * Gives the address the slash that relative links need. Most servers lead "/faq" to "/faq/"; some
 * answer it with the page at once. Runs before anything else on the page.
 */
const { protocol, pathname, search, hash } = window.location;
const isFolder = pathname.endsWith('/') && !pathname.endsWith('//');
if (protocol.startsWith('http') && !isFolder && !/\.html?$/i.test(pathname)) {
  const path = pathname.replace(/\/*$/, '/');
  window.history.replaceState(window.history.state, '', path + search + hash);
}
