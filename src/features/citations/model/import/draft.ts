import type { Reference } from '../../../../content-model/schemas/reference.ts';
import { nameFields, others, servers, type CslDate, type Name } from '../csl.ts';
import { joinDates, parseDate, yearOf } from '../dates.ts';
import { andOthers, cleanText, formatName } from '../fields.ts';
import { parseName, suffix, tidyName } from '../fields.ts';
import { doiOfUrl, parseDoi, parseUrl } from '../fields.ts';
import { arxivId, forms, genreOf, numeric, serverName } from './forms.ts';

/** A field that is not in the record as it was written. */
export interface Remark {
  /** Name of the field in the file. */
  field: string;
  /** The part of its value that this is about. */
  value: string;
  /**
   * `lost`: it is not kept and the author may want it; `private`: it is never published; `changed`:
   * it is kept in another form and should be checked; `technical`: it means nothing to readers.
   */
  kind: 'lost' | 'private' | 'changed' | 'technical';
  /** What happened, and what to do about it. */
  why: string;
}

/** An imported record, with remarks on its fields. */
export interface ReadRecord {
  reference: Reference;
  /** Its key in the file, or "record 3". */
  name: string;
  /** Line where it begins, from 1. */
  line: number | undefined;
  remarks: Remark[];
  /** Words whose case the file protects. */
  protectedWords: string[];
}

/**
 * Returns a function that converts an index in the text to its line, from 1. Indices must ascend, so that
 * a large text is read once.
 */
export function lineCounter(text: string): (at: number) => number {
  let [line, counted] = [1, 0];
  return (at) => {
    line += text.slice(counted, at).split('\n').length - 1;
    counted = at;
    return line;
  };
}

/** Pattern of a role within a name: "Ames (Ed.), Bo". */
const role = /\s*\((eds?|hrsg|trans|dir)\.?\)\s*/i;

/** A record under construction. Every field that is added is in the work or in a remark. */
export class Draft {
  readonly work: Record<string, unknown> = {};
  readonly remarks: Remark[] = [];
  protectedWords: string[] = [];

  /** Sets a CSL variable to text, in the form that CSL has for it; a second, different text is reported. */
  put(variable: string, text: string, field: string): void {
    if (variable === 'DOI') return this.putDoi(text, field);
    if (variable === 'URL') return this.putUrl(text, field);
    if (nameFields.has(variable)) return this.addName(variable, text, field);
    if (variable === 'genre' && genreOf(text) === '') return this.skip(field, text);
    if (numeric.test(variable) && parseDoi(text).doi) {
      this.change(field, text, 'read as the DOI');
      return this.putDoi(text, field);
    }
    const value = (forms[variable] ?? String)(cleanText(text));
    const why = variable === 'status' ? 'not a known publication status' : undefined;
    if (value === '') return this.lose(field, text, why);
    const known = this.work[variable];
    if (known === undefined) this.work[variable] = value;
    else if (known !== value) this.lose(field, value, `“${String(known)}” is taken already`);
  }

  /** Moves a value to another variable, unless that is set. */
  move(from: string, to: string): void {
    if (this.work[to] !== undefined || this.work[from] === undefined) return;
    this.work[to] = this.work[from];
    Reflect.deleteProperty(this.work, from);
  }

  /** Reads the pages of a whole work as their number, unless they are a range. */
  countPages(): void {
    const { type, page } = this.work;
    if (/^(book|thesis|report)$/.test(String(type)) && !String(page).includes('-'))
      this.move('page', 'number-of-pages');
  }

  /** Reports a field that is not kept. */
  lose(field: string, value: string, why = 'no field for it here'): void {
    if (value.trim()) this.remarks.push({ field, value, kind: 'lost', why });
  }

  /** Reports a field that is kept in another form. */
  change(field: string, value: string, why: string): void {
    this.remarks.push({ field, value, kind: 'changed', why });
  }

  /** Reports a field that is never published: notes, abstracts, keywords. */
  hide(field: string, value: string): void {
    if (value.trim()) this.remarks.push({ field, value, kind: 'private', why: 'never published' });
  }

  /** Reports a field that only programs or databases use. */
  skip(field: string, value: string): void {
    if (value.trim())
      this.remarks.push({ field, value, kind: 'technical', why: 'not part of a reference' });
  }

  /** Adds a name, in parts or as text, to a role. */
  addName(role: string, name: Name | string, field: string): void {
    for (const one of this.#names(name, field)) {
      const parts = Object.entries(one).map(([key, part]): [string, string] => [
        key,
        cleanText(String(part)).replace(/[{}]/g, ''),
      ]);
      const clean: Name = Object.fromEntries(parts.filter(([, part]) => part));
      const written = formatName(clean);
      const isWhole = /,|(^|\s)\p{Lu}\./u.test(clean.family ?? '');
      if (isWhole)
        this.change(field, written, 'an initial or a comma in a family name; write it in parts');
      else if (clean.suffix && !suffix.test(clean.suffix))
        this.change(field, written, `“${clean.suffix}” is taken for a suffix, such as Jr.`);
      if (written) {
        const added = isWhole ? { literal: written } : clean;
        ((this.work[role] ??= []) as Name[]).push(added);
      } else this.lose(field, typeof name === 'string' ? name : Object.values(name).join(' '));
    }
  }

  #names(name: Name | string, field: string): Name[] {
    const parts = typeof name === 'string' ? { literal: name } : name;
    const { literal, family, given, 'non-dropping-particle': particle } = parts;
    const whole = literal?.trim() ?? [given, particle, family].filter(Boolean).join(' ');
    if (andOthers.test(whole)) return [{ literal: others }];
    if (typeof name !== 'string' && literal !== undefined) return [{ literal: whole }];
    const bare = (part = '') => part.replace(role, ' ').trim();
    if (role.test(whole)) this.change(field, whole, 'the role in brackets is no part of a name');
    if (typeof name !== 'string')
      return [tidyName({ ...name, family: bare(family), given: bare(given) })];
    const text = bare(whole);
    if (/;\s*\S/.test(text)) {
      this.change(field, whole, 'read as several names, separated by semicolons');
      return text
        .split(/\s*;\s*/)
        .filter(Boolean)
        .map(parseName);
    }
    const pieces = text.split(/\s*,\s*/);
    if (pieces.length <= 3 || pieces.length % 2 === 1) return [parseName(text)];
    const count = String(pieces.length / 2);
    this.change(field, whole, `read as ${count} names; separate them with “and” if that is right`);
    return pieces.flatMap((one, at) =>
      at % 2 ? [] : [tidyName({ family: one, given: pieces[at + 1] ?? '' })],
    );
  }

  /**
   * Sets a CSL variable to a date. `more` is a second field that may add month and day to the
   * year of the first.
   */
  putDate(
    variable: string,
    [field, text]: [string, string],
    { ranges = false, more }: { ranges?: boolean; more?: [string, string] | undefined } = {},
  ): void {
    let read = parseDate(text, { ranges });
    const lacksYear = yearOf(read.date) === 0;
    if (lacksYear && read.unread === undefined) this.lose(field, text, 'it names no year');
    else if (lacksYear || read.unread === text)
      this.lose(field, text, 'this is no date that can be read; write a year, as in 2008');
    else if (read.unread !== undefined)
      this.lose(field, read.unread, `the rest of “${text}” is kept`);
    if (lacksYear) read = {};
    if (more) {
      const why = read.date ? `it does not fit “${text}”` : 'no date can be read';
      read = joinDates({ ...read, unread: undefined }, parseDate(more[1]), more[1]);
      if (read.unread === more[1]) this.lose(more[0], more[1], why);
      else if (read.unread) this.lose(more[0], read.unread, `the rest of “${more[1]}” is kept`);
    }
    if (read.none && text.trim()) this.change(field, text, 'read as “no date”');
    if (read.date) this.#keepDate(variable, read.date, field, text);
    if (read.original) {
      this.#keepDate('original-date', read.original, field, text);
      this.change(field, text, 'read as first publication and reprint');
    }
    if (read.status) this.put('status', read.status, field);
    if (read.date?.circa && !/^-?\d{4}[~?%]$/.test(text))
      this.change(field, text, 'kept as an uncertain date (“ca.”)');
    if (/\bc\d{4}/i.test(text)) this.change(field, text, 'read as the year of copyright');
    if (/^\d{4}[a-z]$/.test(text.trim()))
      this.change(field, text, 'the letter is left out; letters are computed again');
  }

  #keepDate(variable: string, date: CslDate, field: string, text: string): void {
    if (this.work[variable] === undefined) this.work[variable] = date;
    else if (JSON.stringify(this.work[variable]) !== JSON.stringify(date)) this.lose(field, text);
  }

  /** Sets the DOI, without prefix or resolver. */
  putDoi(text: string, field: string): void {
    const { doi, url, unread } = parseDoi(text);
    const known = this.work['DOI'];
    if (doi && known === undefined) this.work['DOI'] = doi;
    else if (doi && String(known).toLowerCase() !== doi.toLowerCase())
      this.lose(field, doi, `the DOI ${String(known)} is taken already`);
    if (url && this.work['URL'] === undefined) {
      this.work['URL'] = url;
      this.change(field, text, 'a short DOI, kept as its address; put the full DOI in if you can');
    } else if (url) this.lose(field, text, 'a short DOI beside an address; put the full DOI in');
    if (unread) this.lose(field, unread, doi ? 'a second DOI' : 'this is no DOI (10.…/…)');
  }

  /** Sets the URL to the first of one or more; a DOI's URL sets the DOI. */
  putUrl(text: string, field: string): void {
    for (const one of text.trim().split(/[\s;]+(?=https?:|www\.)/)) {
      const [doi, url] = [doiOfUrl(one), parseUrl(one)];
      if (doi) this.putDoi(doi, field);
      else if (!url) this.lose(field, one, 'this is no address of the web (https://…)');
      else if (this.work['URL'] === undefined) {
        this.work['URL'] = url;
        if (url !== one) this.change(field, one, `kept as ${url}`);
      } else if (this.work['URL'] !== url)
        this.lose(field, url, `the address ${String(this.work['URL'])} is taken already`);
    }
  }

  /** Reads a work in a "journal" such as "arXiv preprint arXiv:1806.01261" as a preprint on its server. */
  #findServer(): void {
    const { work } = this;
    if (!/^(article|article-journal|document|webpage)$/.test(String(work['type']))) return;
    for (const variable of ['container-title', 'genre']) {
      const text = String(work[variable] ?? '');
      const name = serverName.exec(text.replace(/^CoRR\b/, 'arXiv'))?.[1]?.toLowerCase();
      const [address = '', publisher] = servers[name ?? ''] ?? [];
      if (publisher === undefined) continue;
      Reflect.deleteProperty(work, variable);
      this.change(variable, text, 'read as a preprint on this server');
      work['type'] = 'article';
      work['publisher'] ??= publisher;
      // cspell:ignore DBLP
      // DBLP writes the identifier as a volume, "abs/1806.01261".
      const place = ['volume', 'page'].find((one) => arxivId.test(String(work[one]))) ?? '';
      const id = arxivId.exec(`${text} ${String(work[place])}`)?.[0];
      if (name !== 'arxiv' || id === undefined) return;
      Reflect.deleteProperty(work, place);
      work['number'] ??= `arXiv:${id}`;
      if (work['DOI'] === undefined) work['URL'] ??= address + id;
      return;
    }
  }

  /** Returns the finished record. */
  finish(name: string, line: number | undefined): ReadRecord {
    this.#findServer();
    const { work, remarks, protectedWords } = this;
    if (work['status'] === 'in press' && work['issued'] !== undefined) {
      const why = 'there is a year and “in press”; readers see “in press”';
      this.change('year', JSON.stringify(work['issued']), why);
    }
    if (/^0+(-0+)?$|^-+$/.test(String(work['page']))) {
      this.lose('pages', String(work['page']), 'no page has the number 0');
      delete work['page'];
    }
    if (/^(book|chapter|pamphlet)$/.test(String(work['type'])) && work['collection-title'])
      this.move('number', 'collection-number');
    // APA 7 §10.4 names a report's series with its number: "(OPRE Report No. 2016-46)".
    if (work['type'] === 'report' && work['number']) this.move('collection-title', 'genre');
    return { reference: work as Reference, name, line, remarks, protectedWords };
  }
}
