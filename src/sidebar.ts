/** The site's contents in reading order: each part's name and its pages. Previous and next follow it. */
export const sidebar = [
  { label: 'Start here', items: ['secure-attachment'] },
  { label: 'With a child', items: ['signs-in-children', 'raising-a-secure-child'] },
  { label: 'In step', items: ['interactional-synchrony', 'attunement', 'mis-attunement'] },
  { label: 'Between adults', items: ['signs-in-adults', 'growing-security', 'attachment-styles'] },
  { label: 'Questions and practice', items: ['faq', 'quiz'] },
  {
    label: 'Sources',
    items: ['myths', 'evidence', 'glossary', 'references', 'further-reading'],
  },
  { label: 'This site', items: ['about', 'download'] },
];

/** Slugs in the order of the sidebar. */
export const readingOrder = sidebar.flatMap(({ items }) => items);
