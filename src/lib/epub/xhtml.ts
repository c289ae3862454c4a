import type { ElementContent } from 'hast';
import { toXast } from 'hast-util-to-xast';
import { h } from 'hastscript';
import { toXml } from 'xast-util-to-xml';

/** An XHTML file of the book. */
export function formatXhtml(title: string, body: ElementContent[]): string {
  const tree = h('html', { xmlLang: 'en-GB', lang: 'en-GB' }, [
    h('head', [
      h('meta', { charSet: 'utf-8' }),
      h('title', title),
      h('link', { rel: 'stylesheet', type: 'text/css', href: 'book.css' }),
    ]),
    h('body', body),
  ]);
  const xml = toXml(toXast(tree)).replace(
    '<html',
    '<html xmlns:epub="http://www.idpf.org/2007/ops"',
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n${xml}\n`;
}
