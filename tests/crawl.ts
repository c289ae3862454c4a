import { type DefaultTreeAdapterTypes, parse } from 'parse5';

/** Result of a crawl over HTTP. */
export interface Crawl {
  /** URLs of the pages after redirects, without fragments. */
  pages: string[];
  /** Number of requests. */
  asked: number;
  /** Descriptions of broken links, each with the page or style sheet that contains it. */
  problems: string[];
}

/**
 * Requests every link, style, script, image and font of a site, starting at its root: each must be below
 * `root` and respond successfully. URLs of other hosts are reported only where a browser loads them without
 * a click.
 */
export async function crawl(root: string): Promise<Crawl> {
  const seen = new Set([root]);
  const queue: { url: string; from: string }[] = [{ url: root, from: '' }];
  const result: Crawl = { pages: [], asked: 0, problems: [] };

  const visit = async ({ url, from }: { url: string; from: string }) => {
    result.asked++;
    const response = await fetch(url).catch((error: unknown) => String(error));
    if (typeof response === 'string' || !response.ok) {
      const status = typeof response === 'string' ? response : String(response.status);
      result.problems.push(`${from}: ${url} answered ${status}`);
      return;
    }
    const type = response.headers.get('content-type') ?? '';
    const text = await response.text();
    if (type.startsWith('text/html')) result.pages.push(response.url);
    const found = type.startsWith('text/html')
      ? addressesOf(text)
      : type.startsWith('text/css')
        ? styleAddresses(text)
        : [];
    for (const { value, loads } of found) {
      const target = new URL(value, response.url);
      target.hash = '';
      if (!target.protocol.startsWith('http') || seen.has(target.href)) continue;
      if (target.href.startsWith(root)) {
        seen.add(target.href);
        queue.push({ url: target.href, from: response.url });
      } else if (loads || target.host === new URL(root).host) {
        result.problems.push(`${response.url}: ${target.href} lies outside the site`);
      }
    }
  };

  while (queue.length > 0) await Promise.all(queue.splice(0, 16).map(visit));
  return result;
}

interface Address {
  value: string;
  /** Whether a browser loads it without a click. */
  loads: boolean;
}

function addressesOf(html: string): Address[] {
  const found: Address[] = [];
  const walk = (node: DefaultTreeAdapterTypes.Node) => {
    if ('attrs' in node) {
      for (const { name, value } of node.attrs) {
        if (name === 'srcset') {
          for (const part of value.split(/,\s+/)) {
            found.push({ value: part.split(/\s/)[0] ?? '', loads: true });
          }
        } else if (/^(href|src|poster|action|data|(component|renderer)-url)$/.test(name)) {
          const follows = node.tagName === 'a' || node.tagName === 'form' || isReference(node);
          found.push({ value, loads: !follows });
        } else if (name === 'style') found.push(...styleAddresses(value));
      }
    }
    if (node.nodeName === 'style' && 'childNodes' in node) {
      for (const child of node.childNodes)
        if ('value' in child) found.push(...styleAddresses(child.value));
    }
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parse(html));
  return found;
}

/** Whether a `<link>` only names another page, so that a browser loads nothing. */
function isReference(node: DefaultTreeAdapterTypes.Element): boolean {
  const rel = node.attrs.find(({ name }) => name === 'rel')?.value ?? '';
  return node.tagName === 'link' && /canonical|alternate|sitemap|search|license/.test(rel);
}

function styleAddresses(css: string): Address[] {
  return [...css.matchAll(/url\(\s*["']?([^"')]+)/g)].map(([, value = '']) => ({
    value,
    loads: true,
  }));
}
