/**
 * Adds the trailing slash that relative links need: most servers redirect "/faq" to "/faq/", but some
 * respond with the page. Runs before anything else on the page.
 */
const { protocol, pathname, search, hash } = window.location;
const isFolder = pathname.endsWith('/') && !pathname.endsWith('//');
if (protocol.startsWith('http') && !isFolder && !/\.html?$/i.test(pathname)) {
  const path = pathname.replace(/\/*$/, '/');
  window.history.replaceState(window.history.state, '', path + search + hash);
}
