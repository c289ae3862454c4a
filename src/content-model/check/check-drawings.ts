import { DOMParser, ParseError, type Document, type Element } from '@xmldom/xmldom';
import { mistake, type Mistake, type Problem, type Source } from '../model/problem.ts';
import { checkText } from './check-files.ts';

/** A mistake in a drawing; without a line, it is on line 1. */
type Found = Omit<Problem, 'file'>;

/** Drawings that are not valid SVG, run code or load other files. They are inlined in pages unchanged. */
export function checkDrawings(sources: Source[]): Problem[] {
  return sources
    .filter((source) => /^src\/content\/drawings\/[^/]+\.svg$/.test(source.path))
    .filter((source) => checkText(source).length === 0)
    .flatMap(({ path, text }) => {
      const found = checkDrawing(text);
      return found ? [{ file: path, line: 1, ...found }] : [];
    });
}

/** The first mistake in a drawing. */
function checkDrawing(text: string): Found | undefined {
  if (/^\s*(<!doctype html|<html)\b/i.test(text))
    return mistake`This is a page of HTML and no drawing.
      Save the drawing itself: its file begins with <svg.`;
  let drawing: Document;
  try {
    const parser = new DOMParser({ onError: () => undefined });
    drawing = parser.parseFromString(text.replace(/^\s+/, ''), 'image/svg+xml');
  } catch (error) {
    const { lineNumber } = ((error as ParseError).locator ?? {}) as { lineNumber?: number };
    return { line: lineNumber || 1, ...explainXml(text, error as ParseError) };
  }
  const root = drawing.documentElement;
  if (root?.localName !== 'svg')
    return mistake`The drawing is <${root?.nodeName ?? ''}> and not <svg>.
      Save it as SVG once more; its file begins with <svg.`;
  if (!root.hasAttribute('viewBox')) return { line: root.lineNumber, ...noViewBox };
  for (const element of drawing.getElementsByTagName('*')) {
    const found = checkElement(element);
    if (found) return { line: element.lineNumber, ...found };
  }
  return undefined;
}

const noViewBox = mistake`The drawing has no viewBox, and would be cut off or lost in empty space.
  Add it to <svg>, with the width and the height that it is drawn in: viewBox="0 0 64 64".`;

function checkElement(element: Element): Mistake | undefined {
  const { localName, nodeName } = element;
  const alone = 'Take it out; a drawing is shapes alone.';
  if (localName === 'script' || localName === 'foreignObject')
    return mistake`The drawing has <${nodeName}>, which may run code in readers’ pages.
      ${alone}`;
  for (const { name, value } of element.attributes) {
    if (/^on[a-z]+$/i.test(name) || /^\s*javascript:/i.test(value))
      return mistake`The drawing has ${name}="${value}", which runs code in readers’ pages.
        ${alone}`;
    const address = /^(xlink:)?href$|^src$/i.test(name)
      ? value
      : /url\(\s*['"]?([^'")]*)/.exec(value)?.[1];
    if (address !== undefined && !/^(#|data:image\/(png|jpeg|gif|webp)[;,])/.test(address.trim()))
      return mistake`The drawing takes “${address}” from elsewhere, which readers would not see.
        Draw it in the file itself, or put the picture in public/ and show it with ![…](/…).`;
  }
  const style = localName === 'style' ? (element.textContent ?? '') : '';
  const loaded = /@import[^;]*|url\(\s*['"]?(?!#|data:)[^)]*\)/.exec(style)?.[0];
  if (loaded === undefined) return undefined;
  return mistake`The drawing’s <style> loads “${loaded}” from elsewhere.
    Take it out; the pages have their own fonts.`;
}

function explainXml(text: string, { message }: ParseError): Mistake {
  const open = /unclosed xml tag\(s\): .*?([^ ,]+)$/m.exec(message)?.[1];
  if (open !== undefined)
    return mistake`The drawing ends before <${open}> is closed.
      Save it anew, for its end is lost, or add </${open}>.`;
  const [, inner, outer] = /tag mismatch: "([^"]*)" != "([^"]*)"/.exec(message) ?? [];
  if (inner !== undefined)
    return mistake`<${inner}> is not closed before </${outer}>.
      Write </${inner}> where it ends, or <${inner} … /> if it is empty.`;
  const isEmpty = text.trim() === '';
  return mistake`${isEmpty ? 'The drawing is empty.' : 'The drawing is no XML, as SVG must be.'}
    Save it as SVG once more; its file begins with <svg and ends with </svg>.`;
}
