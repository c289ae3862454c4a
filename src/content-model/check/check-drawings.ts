import { DOMParser, ParseError, type Document, type Element } from '@xmldom/xmldom';
import { slip, type Problem, type Slip, type Source } from '../model/problem.ts';
import { checkText } from './check-files.ts';

type Found = Omit<Problem, 'file'>;

/**
 * Drawings that no browser would draw, or that bring what no drawing may: they are in pages as they
 * are, so that their scripts would run and what they load would come from elsewhere.
 */
export function checkDrawings(sources: Source[]): Problem[] {
  return sources
    .filter((source) => /^src\/content\/drawings\/[^/]+\.svg$/.test(source.path))
    .filter((source) => checkText(source).length === 0)
    .flatMap(({ path, text }) => {
      const found = checkDrawing(text);
      return found ? [{ file: path, ...found }] : [];
    });
}

/** The first thing wrong with a drawing, if there is one. */
function checkDrawing(text: string): Found | undefined {
  if (/^\s*(<!doctype html|<html)\b/i.test(text))
    return {
      line: 1,
      message: 'This is a page of HTML and no drawing.',
      hint: 'Save the drawing itself: its file begins with <svg.',
    };
  let drawing: Document;
  try {
    const parser = new DOMParser({ onError: () => undefined });
    drawing = parser.parseFromString(text.replace(/^\s+/, ''), 'image/svg+xml');
  } catch (error) {
    return explainXml(text, error as ParseError);
  }
  const root = drawing.documentElement;
  if (root?.localName !== 'svg')
    return {
      line: 1,
      message: `The drawing is <${root?.nodeName ?? ''}> and not <svg>.`,
      hint: 'Save it as SVG once more; its file begins with <svg.',
    };
  if (!root.hasAttribute('viewBox'))
    return {
      line: root.lineNumber,
      message: 'The drawing has no viewBox, and would be cut off or lost in empty space.',
      hint: 'Add it to <svg>, with the width and the height that it is drawn in: viewBox="0 0 64 64".',
    };
  for (const element of drawing.getElementsByTagName('*')) {
    const found = checkElement(element);
    if (found) return { line: element.lineNumber, ...found };
  }
  return undefined;
}

function checkElement(element: Element): Slip | undefined {
  const { localName, nodeName } = element;
  const alone = 'Take it out; a drawing is shapes alone.';
  if (localName === 'script' || localName === 'foreignObject')
    return slip`The drawing has <${nodeName}>, which may run code in readers’ pages.
      ${alone}`;
  for (const { name, value } of element.attributes) {
    if (/^on[a-z]+$/i.test(name) || /^\s*javascript:/i.test(value))
      return slip`The drawing has ${name}="${value}", which runs code in readers’ pages.
        ${alone}`;
    const address = /^(xlink:)?href$|^src$/i.test(name)
      ? value
      : /url\(\s*['"]?([^'")]*)/.exec(value)?.[1];
    if (address !== undefined && !/^(#|data:image\/(png|jpeg|gif|webp)[;,])/.test(address.trim()))
      return slip`The drawing takes “${address}” from elsewhere, which readers would not see.
        Draw it in the file itself, or put the picture in public/ and show it with ![…](/…).`;
  }
  const style = localName === 'style' ? (element.textContent ?? '') : '';
  const loaded = /@import[^;]*|url\(\s*['"]?(?!#|data:)[^)]*\)/.exec(style)?.[0];
  if (loaded === undefined) return undefined;
  return slip`The drawing’s <style> loads “${loaded}” from elsewhere.
    Take it out; the pages have their own fonts.`;
}

function explainXml(text: string, { message, locator }: ParseError): Found {
  const line = (locator as { lineNumber?: number } | undefined)?.lineNumber;
  const open = /unclosed xml tag\(s\): .*?([^ ,]+)$/m.exec(message)?.[1];
  if (open !== undefined)
    return {
      line,
      message: `The drawing ends before <${open}> is closed.`,
      hint: `Save it anew, for its end is lost, or add </${open}>.`,
    };
  const [, inner, outer] = /tag mismatch: "([^"]*)" != "([^"]*)"/.exec(message) ?? [];
  if (inner !== undefined)
    return {
      line,
      message: `<${inner}> is not closed before </${String(outer)}>.`,
      hint: `Write </${inner}> where it ends, or <${inner} … /> if nothing stands inside.`,
    };
  return {
    line: line && line > 0 ? line : 1,
    message:
      text.trim() === '' ? 'The drawing is empty.' : 'The drawing is no XML, as SVG must be.',
    hint: 'Save it as SVG once more; its file begins with <svg and ends with </svg>.',
  };
}
