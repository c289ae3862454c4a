import type { PartId } from '../../content-model/model/parts.ts';

/** A way into the guide for one kind of reader. */
interface Door {
  title: string;
  /** The part of the contents whose drawing it has. */
  part: PartId;
  text: string;
  links: { href: string; label: string }[];
}

/** The three doors of the home page: whom each is for, its drawing and where it leads. */
export const doors: Door[] = [
  {
    title: 'Raising a child',
    part: 'with-a-child',
    text: 'What helps a child feel safe, what that looks like on an ordinary day, and what to do after a bad one.',
    links: [
      { href: '/raising-a-secure-child/', label: 'Five things to do' },
      { href: '/signs-in-children/', label: 'Signs of security in children' },
      { href: '/mis-attunement/', label: 'Missing a signal, and making up' },
    ],
  },
  {
    title: 'In a relationship',
    part: 'between-adults',
    text: 'What security looks like between adults, what your own pattern may be, and how it can change.',
    links: [
      { href: '/signs-in-adults/', label: 'Signs of security in adults' },
      { href: '/attachment-styles/', label: 'Which style sounds like me?' },
      { href: '/growing-security/', label: 'Is it too late?' },
    ],
  },
  {
    title: 'Studying or teaching',
    part: 'work-and-study',
    text: 'What the studies found, how sure each finding is, and questions to practise on.',
    links: [
      { href: '/interactional-synchrony/', label: 'Interactional synchrony' },
      { href: '/evidence/', label: 'Every claim and its evidence' },
      { href: '/quiz/', label: 'Practice questions' },
    ],
  },
];
