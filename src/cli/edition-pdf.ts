import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { chromiumOptions, installChromium } from './browser.ts';
import { BuiltSite } from '../build/built-site.ts';
import { siteFonts } from '../assets/fonts/site-fonts.ts';
import {
  bookTitle,
  readBook,
  readBookStyles,
  readPaperStyle,
} from '../features/editions/build/book.ts';
import { site } from '../site/site.ts';
import { editionDate, offerAddedEdition } from '../features/editions/build/editions.ts';
import { toSinglePage, datePdf } from '../features/editions/build/paper.ts';

/** Prints the built site as a PDF book, dist/editions/<id>.pdf, and links it on the download page. */

const file = `dist/editions/${site.id}.pdf`;
if (!existsSync('dist/editions')) {
  console.error('There is no built site to print. Run "npm run build" first.');
  process.exit(1);
}
installChromium();
const date = editionDate('src/');
// The book's styles use the family names below, whichever fonts the guide has.
const font = (path: string, family: string, style: string) => {
  const data = readFileSync(path).toString('base64');
  return `@font-face{font-family:${family};${style};src:url(data:font/woff2;base64,${data})}`;
};
const css = [
  font(siteFonts.text.regular, 'Literata', 'font-weight:400'),
  font(siteFonts.text.italic, 'Literata', 'font-weight:400;font-style:italic'),
  font(siteFonts.text.bold, 'Literata', 'font-weight:700'),
  font(siteFonts.titles.regular, "'Young Serif'", 'font-weight:400'),
  readBookStyles('src/'),
  readPaperStyle('paper.css'),
].join('\n');

const browser = await chromium.launch(chromiumOptions());
const page = await browser.newPage();
await page.setContent(
  toSinglePage(bookTitle, readBook(new BuiltSite('dist/'), 'src/', date, false), css),
);
await page.evaluate(() => document.fonts.ready);
const pdf = await page.pdf({
  preferCSSPageSize: true,
  printBackground: true,
  outline: true,
  tagged: true,
});
await browser.close();
writeFileSync(file, datePdf(pdf, date));
await offerAddedEdition();
console.log(`Wrote ${file}, ${(pdf.length / 1e6).toFixed(1)} MB.`);
