/** What the build's transformer calls the browsers of a browserslist. */
const names: Record<string, string> = {
  chrome: 'chrome',
  edge: 'edge',
  firefox: 'firefox',
  safari: 'safari',
  ios_saf: 'ios',
};

/**
 * The oldest version of each browser in a resolved browserslist (`ios_saf 16.6-16.7`), as Vite names
 * build targets (`ios16.6`). @throws Error when a browser has no name there.
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
