/** Vite's names of browsers in build targets, by browserslist name. */
const names: Record<string, string> = {
  chrome: 'chrome',
  edge: 'edge',
  firefox: 'firefox',
  safari: 'safari',
  ios_saf: 'ios',
};

/**
 * Returns the oldest version of each browser in a resolved browserslist (`ios_saf 16.6-16.7`) as a Vite
 * build target (`ios16.6`). @throws Error when Vite has no name for a browser.
 */
export function toBuildTargets(browsers: readonly string[]): string[] {
  const oldest = new Map<string, string>();
  for (const browser of browsers) {
    const [, id = '', version = ''] = /^(\w+) ([\d.]+)/.exec(browser) ?? [];
    const name = names[id];
    if (!name) throw new Error(`"${browser}" in package.json's browserslist has no build target.`);
    const known = oldest.get(name);
    if (!known || compareVersions(version, known) < 0) oldest.set(name, version);
  }
  return [...oldest].map(([name, version]) => name + version);
}

function compareVersions(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}
