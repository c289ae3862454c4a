/** A place where a work is cited: page, section and citation. */
export interface Place {
  /** Address of the page without slashes; empty for the home page. */
  page: string;
  /** Title of the page. */
  title: string;
  /** Heading above the citation; empty at the top of the page. */
  section: string;
  /** Number of the citation on its page. */
  number: number;
}

/** A section of a page with all its citations of one work. */
export interface CitedSection {
  section: string;
  numbers: number[];
}

/** A page with the sections that cite one work. */
export interface CitedPage {
  page: string;
  title: string;
  sections: CitedSection[];
}

/** The places where a work is cited, gathered by page and section, each in the order given. */
export function groupPlaces(places: Place[]): CitedPage[] {
  const pages = new Map<string, CitedPage>();
  for (const { page, title, section, number } of places) {
    const cited = pages.get(page) ?? { page, title, sections: [] };
    pages.set(page, cited);
    const same = cited.sections.find((one) => one.section === section);
    if (same) same.numbers.push(number);
    else cited.sections.push({ section, numbers: [number] });
  }
  return [...pages.values()];
}
