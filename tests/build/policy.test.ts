import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { expect, test } from 'vitest';
import { pages } from '../pages.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;

/** All elements of a page from an independent parser, those in `<template>` and `<noscript>` included. */
function elementsOf(html: string): DefaultTreeAdapterTypes.Element[] {
  const found: DefaultTreeAdapterTypes.Element[] = [];
  const visit = (node: Node) => {
    if ('tagName' in node) found.push(node);
    if ('content' in node) node.content.childNodes.forEach(visit);
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  parse(html, { scriptingEnabled: false }).childNodes.forEach(visit);
  return found;
}

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

test.each(pages())('the policy of %s has the hashes of exactly its inline code', (path) => {
  const file = `dist${path}${path.endsWith('/') ? 'index.html' : ''}`;
  const elements = elementsOf(readFileSync(file, 'utf8'));
  const valueOf = (element: DefaultTreeAdapterTypes.Element, name: string) =>
    element.attrs.find((attribute) => attribute.name === name)?.value;
  const policies = elements.filter(
    (element) => valueOf(element, 'http-equiv') === 'Content-Security-Policy',
  );
  expect(policies).toHaveLength(1);
  const policy = valueOf(policies[0] as DefaultTreeAdapterTypes.Element, 'content') ?? '';

  const inline = elements.filter((element) => {
    if (element.tagName === 'style') return true;
    const type = valueOf(element, 'type') ?? 'module';
    return (
      element.tagName === 'script' && type === 'module' && valueOf(element, 'src') === undefined
    );
  });
  const texts = inline.map(({ childNodes }) =>
    childNodes.map((child) => ('value' in child ? child.value : '')).join(''),
  );
  const hashes = policy.match(/'sha256-[^']*'/g) ?? [];
  expect(new Set(hashes)).toEqual(new Set(texts.filter(Boolean).map(hash)));

  const place = elements.indexOf(policies[0] as DefaultTreeAdapterTypes.Element);
  const before = elements.slice(0, place).map(({ tagName }) => tagName);
  expect(before).toEqual(['html', 'head', 'meta']);
});
