import styles from '@citation-js/plugin-csl/lib/styles.json' with { type: 'json' };
import locales from '@citation-js/plugin-csl/lib/locales.json' with { type: 'json' };
import CSL from 'citeproc';
import type { Authors } from '../../schemas/author.ts';
import type { Reference } from '../../schemas/reference.ts';
import { type CitationInput, toCiteItems } from './cluster.ts';
import { unifyAuthors } from './unify-authors.ts';

/** Formats citations and references in APA 7. */
export interface Bibliographer {
  /** HTML of a citation in the text. @throws RangeError on an unknown locator label. */
  cite(citation: CitationInput): string;
  /** HTML of one reference, without a wrapper. */
  entry(id: string): string;
  /** The ids in the order of a reference list. */
  sort(ids: Iterable<string>): string[];
}

/**
 * A bibliographer for the works that the site cites. Year letters and added initials are worked
 * out over all of them, so that "2005a" means the same work on every page.
 */
export function createBibliographer(works: Reference[], people: Authors = []): Bibliographer {
  const inText = createEngine(unifyAuthors(works, people));
  const [{ entry_ids }, html] = createEngine(works).makeBibliography() || [{ entry_ids: [] }, []];
  const order = entry_ids.map(([id]) => id ?? '');
  const entries = new Map(order.map((id, index) => [id, unwrap(html[index] ?? '')]));

  return {
    cite(citation) {
      const items = toCiteItems(citation).map((item) => ({ ...item }));
      if (!citation.narrative) return inText.makeCitationCluster(items);
      const properties = { noteIndex: 0, mode: 'composite' as const };
      return inText.previewCitationCluster({ citationItems: items, properties }, [], [], 'html');
    },
    entry(id) {
      const entry = entries.get(id);
      if (entry === undefined) throw new RangeError(`No work with the id "${id}" is cited.`);
      return entry;
    },
    sort(ids) {
      const wanted = new Set(ids);
      return order.filter((id) => wanted.has(id));
    },
  };
}

function createEngine(works: Reference[]) {
  const byId = new Map(works.map((work) => [work.id, work]));
  const texts: Record<string, string> = locales;
  const engine = new CSL.Engine(
    {
      retrieveLocale: (lang) => texts[lang] ?? locales['en-US'],
      retrieveItem: (id) => byId.get(id),
    },
    styles.apa,
    'en-US',
    true,
  );
  engine.opt.development_extensions.wrap_url_and_doi = true;
  engine.updateItems([...byId.keys()]);
  return engine;
}

/** citeproc wraps each entry in a div of its own; the page's list brings its own elements. */
function unwrap(html: string): string {
  return html.replace(/^\s*<div class="csl-entry">/, '').replace(/<\/div>\s*$/, '');
}
