import { mapHtml } from './map-html.ts';
import { rewriteCss } from './rewrite.ts';

/** Elements of the head that load a file by its address. */
const loaders =
  /<link\b[^>]*?\shref="\/[^"]*"[^>]*>|<script\b[^>]*?\ssrc="\/[^"]*"[^>]*><\/script>/g;

/** A font that is loaded; the rules that adjust a local one stay. */
const loadedFont = /@font-face\s*\{[^}]*?url\((?!\s*["']?data:)[^}]*\}/g;

/** A page that needs no file, and what it did without. */
export interface Detached {
  html: string;
  /** Addresses that it still needs: images, islands and the like. */
  needs: string[];
}

/**
 * Makes a page show rightly wherever it is served: its style sheets become `<style>`; loaded fonts (as
 * rules in an attribute), scripts, icons and the rest wait in `<template id="sb-rooted">` until a
 * script has found the site's root. Links to pages keep their rooted addresses.
 */
export function detach(html: string, readSheet: (url: string) => string): Detached {
  const waiting: string[] = [];
  const bare = html.replace(loaders, (element) => {
    if (/\srel="(modulepreload|preload|prefetch)"/.test(element)) return '';
    if (!/\srel="stylesheet"/.test(element)) {
      waiting.push(element);
      return '';
    }
    const url = /\shref="([^"]*)"/.exec(element)?.[1] ?? '';
    const media = /\smedia="[^"]*"/.exec(element)?.[0] ?? '';
    return `<style${media}>${readSheet(url)}</style>`;
  });
  const fonts: string[] = [];
  const needs: string[] = [];
  const need = (url: string) => {
    if (!/^(data:|#)/.test(url)) needs.push(url);
    return url;
  };
  const setAside = (rule: string) => {
    fonts.push(rule);
    return '';
  };
  const whole = mapHtml(bare, {
    attribute: (_, name, value) =>
      /^(src|srcset|poster|component-url|renderer-url)$/.test(name) ? need(value) : value,
    text: ({ name }, text) =>
      name === 'style' ? rewriteCss(text.replace(loadedFont, setAside), need) : text,
  });
  const rules = fonts.join('').replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const marked = rules === '' ? '' : ` data-fonts="${rules}"`;
  const template = `<template id="sb-rooted"${marked}>${waiting.join('')}</template></head>`;
  return { html: whole.replace('</head>', () => template), needs };
}
