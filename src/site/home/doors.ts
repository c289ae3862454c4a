/** A way into the guide for what one kind of reader comes with. */
interface Door {
  title: string;
  /** The part of the contents whose drawing it has. */
  part: string;
  /** Sections that answer it, in the reader's words; the last leads to more questions. */
  links: { href: string; label: string }[];
}

/** The doors of the home page. */
export const doors: Door[] = [
  {
    title: 'A baby or a small child',
    part: 'with-a-child',
    links: [
      { href: '/raising-a-secure-child/', label: 'How can I help my child feel secure?' },
      { href: '/bonding/#when-love-doesnt-come-at-once', label: 'I don’t feel love yet' },
      { href: '/separations/', label: 'Tears at goodbye, nursery and nights' },
      { href: '/faq/#parents-of-babies', label: 'Questions about babies' },
      { href: '/faq/#parents-of-toddlers', label: 'Questions about toddlers' },
    ],
  },
  {
    title: 'A child at school or a teenager',
    part: 'in-step',
    links: [
      { href: '/ages-and-stages/', label: 'What is normal at this age?' },
      { href: '/separations/#goodbyes-at-the-school-gate', label: 'Goodbyes at the school gate' },
      { href: '/mis-attunement/#how-to-repair', label: 'Making up after a bad moment' },
      { href: '/faq/#parents-of-school-children', label: 'Questions about school children' },
      { href: '/faq/#parents-of-teenagers', label: 'Questions about teenagers' },
    ],
  },
  {
    title: 'A child who needs more',
    part: 'start',
    links: [
      { href: '/adoption-and-fostering/', label: 'Adopted and fostered children' },
      {
        href: '/signs-in-children/#children-whose-signs-are-harder-to-read',
        label: 'Autism, disability, a very early birth',
      },
      {
        href: '/secure-attachment/#my-child-is-insecure-what-now',
        label: 'My child is insecure: what now?',
      },
      { href: '/separations/#two-homes-and-overnights', label: 'Two homes after a separation' },
    ],
  },
  {
    title: 'My relationship',
    part: 'between-adults',
    links: [
      { href: '/couples/', label: 'One presses, the other pulls away' },
      { href: '/attachment-styles/', label: 'Which style sounds like me?' },
      { href: '/signs-in-adults/', label: 'What does security look like in a partner?' },
      { href: '/faq/#partners', label: 'Questions about love' },
    ],
  },
  {
    title: 'My own past',
    part: 'questions',
    links: [
      { href: '/growing-security/', label: 'Is it too late for me?' },
      { href: '/growing-security/#does-therapy-help', label: 'Does therapy help?' },
      {
        href: '/growing-security/#when-your-parents-are-still-cold',
        label: 'My parents are still cold',
      },
      { href: '/faq/#adults', label: 'Questions about yourself' },
    ],
  },
  {
    title: 'My work or my studies',
    part: 'work-and-study',
    links: [
      { href: '/nurseries-and-schools/', label: 'Nurseries and schools' },
      { href: '/faq/#people-who-work-with-children', label: 'Questions from staff' },
      { href: '/studying-attachment/', label: 'Studying attachment' },
      { href: '/evidence/', label: 'Every claim and its evidence' },
      { href: '/quiz/', label: 'Practice questions' },
    ],
  },
];
