import { expect, test } from 'vitest';
import { detach } from '../../../src/build/links/rewrite.ts';

const page = (head: string, body = '') => `<html><head>${head}</head><body>${body}</body></html>`;

const sheet =
  '@font-face{font-family:A;src:url(/f.woff2)}@font-face{font-family:B;src:local(C)}a{b:c}';

test('styles move into the page in place; the fonts they load wait', () => {
  const { html, needs } = detach(
    page('<style>x{}</style><link rel="stylesheet" href="/s.css" media="print">'),
    () => sheet,
  );
  expect(html).toContain(
    '<style>x{}</style><style media="print">@font-face{font-family:B;src:local(C)}a{b:c}</style>',
  );
  expect(html).toContain('data-fonts="@font-face{font-family:A;src:url(/f.woff2)}"');
  expect(needs).toEqual([]);
});

test('scripts and icons wait in a template; preloads go', () => {
  const icon = '<link rel="icon" href="/i.svg">';
  const script = '<script type="module" src="/m.js"></script>';
  const { html } = detach(
    page(`${icon}<link rel="preload" href="/f.woff2" as="font">`, script),
    () => '',
  );
  expect(html).toContain(
    `<template id="sb-rooted">${icon}${script}</template></head><body></body>`,
  );
  expect(html).not.toContain('preload');
});

test('what the page still loads is told', () => {
  const body =
    '<img src="/a.png"><astro-island component-url="/b.js"></astro-island><img src="data:,">';
  expect(detach(page('<style>a{b:url(/c.png) url(#d)}</style>', body), () => '').needs).toEqual([
    '/c.png',
    '/a.png',
    '/b.js',
  ]);
});

test('links to pages stay', () => {
  const body = '<a href="/faq/">FAQ</a>';
  expect(detach(page('', body), () => '').html).toContain(body);
});
