/** An element of a drawing, with its attributes; a group holds others. */
export interface Shape {
  tag: 'path' | 'circle' | 'ellipse' | 'rect' | 'g';
  /** Elements of a group. */
  parts?: Shape[];
  [attribute: string]: string | number | Shape[] | undefined;
}

function path(d: string, look?: string): Shape {
  return { tag: 'path', class: look, d };
}

function circle(cx: number, cy: number, r: number, look?: string): Shape {
  return { tag: 'circle', class: look, cx, cy, r };
}

function group(parts: Shape[], transform?: string): Shape {
  return { tag: 'g', transform, parts };
}

/** A limb: one line with an outline on both sides, round at its ends; `width` is that inside the outline. */
function limb(d: string, width: number): Shape[] {
  return [
    { tag: 'path', class: 'sb-limb', d, 'stroke-width': width + 3.5 },
    { tag: 'path', class: 'sb-limb-in', d, 'stroke-width': width },
  ];
}

/** A field for words in a diagram: a soft-cornered outline with its tint a little off. */
export function box(x: number, y: number, width: number, height: number): Shape[] {
  return [
    { tag: 'rect', class: 'sb-tint', x: x - 4, y: y + 4, width, height, rx: 14 },
    { tag: 'rect', x, y, width, height, rx: 14 },
  ];
}

/** Brow, eye and mouth of a face as lines; an open mouth as a shape. */
interface Features {
  line: string;
  open?: string;
}

const adultFaces = {
  warm: { line: 'M62 47q4.500 -4.500 9 0M60 39.500q5 -3 10 -1M62 64q7.500 5 14.500 -1.500' },
  lively: {
    line: 'M66 45v3M60 38q5 -4 10 -2',
    open: 'M62 61q8 0 14.500 -3.500q0 13 -8 13q-6.500 0 -6.500 -9.500Z',
  },
  calm: { line: 'M66 46v3M60 40q5 -2.500 10 -0.500M65 65.500q6 2.500 11.500 -1.500' },
  blank: { line: 'M66 46v3M60 40h10M66 65.500h10.500' },
} satisfies Record<string, Features>;

/** Where a grown-up's hair ends, and a few strands. */
const locks = {
  bun: 'M73 25C67 38 54 33 45 41C40 49 43 60 36 70M28 36C34 24 44 18 55 17',
  short:
    'M74 27C67 35 59 31 52 33C50 39 46 42 46 48M39 62C38 65 37 68 36 70M31 27C36 20 43 16 51 15',
};

/** A grown-up's head and shoulders, looking right; about 92 by 112. */
export function adultHead(
  mood: keyof typeof adultFaces,
  hair: keyof typeof locks = 'bun',
): Shape[] {
  const { line, open }: Features = adultFaces[mood];
  return [
    path(
      'M8 112C12 102 24 98 38 95C44 92 46 86 46 74H65C65 86 66 92 72 95C80 98 86 104 86 112',
      'sb-paper',
    ),
    path('M14 112C18 105 30 101 42 98C54 105 66 104 78 99C85 103 90 106 90 112Z', 'sb-over-2'),
    ...(hair === 'bun' ? [circle(14, 22, 9.5, 'sb-paper')] : []),
    path(
      'M73 25C77 32 79 38 80 43Q85.500 49 84.500 52Q83 55 80 55C80 70 74 80 62 79C52 78 43 75 36 70C20 61 13 44 19 26C28 3 58 0 73 25Z',
      'sb-paper',
    ),
    path(locks[hair]),
    path('M44 50q6 -1 6 5.500t-6 5.500'),
    path(line),
    ...(open ? [path(open)] : []),
  ];
}

const babyFaces = {
  smile: { line: 'M60 36v3M53 53q6 4.500 12 -0.500' },
  laugh: {
    line: 'M55 37.500q4 -4 8 0',
    open: 'M51 50q7 1 13.500 -2q-1 11 -8 11q-5.500 0 -5.500 -9Z',
  },
  quiet: { line: 'M60 36v3M57 54q4 1.500 8 -0.500' },
  wary: { line: 'M60 37v3M53 32l8 -3M55 56q4.500 -4 9 -1' },
  upset: { line: 'M55 38.500q4 2.500 8 0M53 31.500l8 -2M54 57q5 -5 10 -1.500' },
} satisfies Record<string, Features>;

/** A baby's head and shoulders, looking right; about 76 by 92. */
export function babyHead(mood: keyof typeof babyFaces): Shape[] {
  const { line, open }: Features = babyFaces[mood];
  const head = [
    path(
      'M66 27C69 32 70 36 70 38Q74.500 43 73.500 45.500Q72.500 48 69.500 47.500C68 59 58 66 44 65C24 64 12 50 15 32C18 11 52 2 66 27Z',
      'sb-paper',
    ),
    path('M36 10C37 0 49 0 50 7C50 12 44 12 44 7M36 42q-6.500 -1 -6.500 5t6.500 5'),
    path(line),
    ...(open ? [path(open)] : []),
  ];
  return [
    path('M14 92C18 72 30 68 34 60L52 62C58 70 64 78 66 92', 'sb-paper'),
    path('M20 92C22 82 26 76 34 72C42 78 52 78 60 73C66 78 69 84 70 92Z', 'sb-over'),
    group(head, mood === 'upset' ? 'rotate(9 42 62)' : undefined),
  ];
}

/** Hair of the small faces seen from the front. */
const hair = {
  parted: 'M-17 -2C-18 -22 18 -24 17 0C12 -4 6 -8 4 -13C-2 -8 -10 -5 -17 -2Z',
  curly:
    'M-17 4C-26 2 -24 -9 -18 -10C-20 -18 -10 -22 -5 -19C0 -25 11 -23 12 -17C20 -18 23 -9 18 -6C24 -2 22 5 17 4C17 -6 10 -10 0 -10S-17 -6 -17 4Z',
  bald: 'M-17 3C-22 -2 -19 -9 -15 -10C-15 -6 -16 -2 -17 3ZM17 3C22 -2 19 -9 15 -10C15 -6 16 -2 17 3Z',
  fringe: 'M-17 14C-24 -2 -20 -21 0 -21S24 -2 17 14C18 6 17 0 14 -6H-14C-17 0 -18 6 -17 14Z',
};

/** A small face seen from the front, for naming one person; a circle of radius 17 around its place. */
export function face(style: keyof typeof hair): Shape[] {
  return [
    { tag: 'circle', class: 'sb-paper', r: 17 },
    path(hair[style], 'sb-paper'),
    path('M-6 -0.500v2.500M6 -0.500v2.500M-5 8q5 4 10 0'),
  ];
}

/** A grown-up sitting on the ground, looking right, arms open; about 150 by 156. */
export const adultSeated: Shape[] = [
  ...limb('M80 72C96 84 110 80 127 66', 10),
  ...limb('M62 140C86 136 104 122 114 108C120 120 130 138 135 148H147', 16),
  path(
    'M64 54C46 62 33 92 32 122C31 143 38 153 54 154H88C96 146 93 122 91 104C89 82 87 62 78 54Z',
    'sb-paper',
  ),
  ...limb('M52 143C78 144 98 130 108 112C112 126 119 142 124 150H137', 17),
  ...limb('M66 74C70 98 94 104 124 92', 11),
  ...limb('M72 60L74 46', 11),
  circle(55, 18, 7, 'sb-paper'),
  path(
    'M92 17C95 21 97 25 97.500 29Q101 33 100.500 35Q99.500 37 97.500 37C98 47 90 52 79 51C73 50.500 68 48 65 45C55 40 54 26 60 16C68 4 85 5 92 17Z',
    'sb-paper',
  ),
  path('M92 17C88 26 80 24 74 28C70 33 72 40 65 45M64 22C68 16 74 13 81 13'),
  path('M86 30q3 -2.500 5.500 0M88 42.500q4 2 7.500 -1.500M72 33q4 -1 4 3.500t-4 3'),
  path(
    'M68 60C50 68 37 98 36 128C35 149 42 158 58 158H70C88 150 98 136 96 110C94 92 91 68 82 60Z',
    'sb-over-2',
  ),
];

/** A baby on hands and knees, going right; about 94 by 62. */
export const babyCrawling: Shape[] = [
  ...limb('M24 40L36 55H20', 9),
  ...limb('M54 40C58 46 62 50 64 56H69', 7),
  path(
    'M10 38C8 22 26 16 40 21C48 24 56 26 60 32C64 40 58 46 48 46C38 47 34 48 26 50C16 51 11 46 10 38Z',
    'sb-paper',
  ),
  ...limb('M19 42L25 56H8', 10),
  ...limb('M50 38C52 46 52 50 54 57H60', 8),
  path(
    'M87 12C90 16 91 19 91 21Q93.500 24 93 25.500Q92.500 27 91 27C90 35 83 39 74 38C62 37 55 28 58 16C61 4 79 1 87 12Z',
    'sb-paper',
  ),
  path(
    'M70 3C71 -4 79 -4 80 1C80 4 76 4 76 1M82 19.500v2M84 30q3 1.500 5.500 -1M67 21q4.500 -1 4.500 3t-4.500 3',
  ),
  path(
    'M14 42C12 26 30 20 44 25C47 31 45 40 45 49C40 51 38 52 30 54C20 55 15 50 14 42Z',
    'sb-over',
  ),
];

/** A baby sitting on the ground, looking right at a ball; about 92 by 80. */
export const babySitting: Shape[] = [
  ...limb('M30 68C42 70 50 66 58 70', 10),
  path('M22 36C10 44 6 58 9 68C11 76 18 78 28 78C40 78 48 74 47 62C46 50 44 42 38 36Z', 'sb-paper'),
  ...limb('M28 70C40 72 50 70 62 74', 11),
  ...limb('M31 46C38 54 48 56 60 54', 8),
  path(
    'M50 9C53 13 54 16 54 18Q56.500 21 56 22.500Q55.500 24 54 24C53 32 46 36 37 35C25 34 18 25 21 13C24 1 42 -2 50 9Z',
    'sb-paper',
  ),
  path(
    'M33 0C34 -7 42 -7 43 -2C43 1 39 1 39 -2M45 16.500v2M47 27q3 1.500 5.500 -1M30 18q4.500 -1 4.500 3t-4.500 3',
  ),
  circle(78, 64, 14, 'sb-paper'),
  path('M64.500 61C72 58 84 58 91.500 61M74 50.500C70 60 70 69 75 78'),
  path(
    'M26 40C14 48 10 62 13 72C15 80 22 82 32 82C44 82 51 78 50 66C49 54 47 46 42 40Z',
    'sb-over',
  ),
  circle(81, 68, 14, 'sb-over-2'),
];

/** A small child hurrying left with both arms up, asking to be held; about 78 by 104. */
export const toddlerReaching: Shape[] = [
  ...limb('M36 54C28 46 20 38 15 27', 7),
  ...limb('M48 76C54 84 58 88 62 94L57 99', 10),
  path('M37 46C30 56 28 70 30 80C34 86 50 86 58 80C60 66 58 54 51 46Z', 'sb-paper'),
  ...limb('M38 78C36 86 32 92 29 99H22', 10),
  ...limb('M46 56C36 54 26 48 19 38', 8),
  path(
    'M28 19C25 23 24 26 24 28Q21.500 31 22 32.500Q22.500 34 24 34C25 42 32 46 41 45C53 44 60 35 57 23C54 11 36 8 28 19Z',
    'sb-paper',
  ),
  path(
    'M43 11C43 3 35 3 34 8C34 11 38 11 38 8M31 29.500v2M26.500 40q3.500 -3.500 6.500 -1M28.500 24l5 -1.500M48 29q-4.500 -1 -4.500 3t4.500 3',
  ),
  path('M41 50C34 60 32 74 34 84C38 90 54 90 62 84C64 70 62 58 55 50Z', 'sb-over'),
];

/** A few blades of grass and two flowers on open ground; from 230 to 480 across, 170 to 280 down. */
export const meadow: Shape[] = [
  circle(379, 240, 6.5, 'sb-tint'),
  circle(291, 222, 5.5, 'sb-tint-2'),
  path(
    'M382 262C383 254 381 250 382 242M382 256C386 255 389 252 390 248M294 240C295 234 293 230 294 224',
  ),
  circle(382, 237, 6),
  circle(294, 219, 5),
  path(
    'M246 212c0 -6 -3 -9 -6 -12M249 212c0 -7 1 -11 4 -15M253 212c1 -5 3 -7 6 -9M452 262c0 -6 -3 -9 -6 -12M455 262c0 -7 1 -11 4 -15M459 262c1 -5 3 -7 6 -9M366 174c0 -6 -3 -9 -6 -12M369 174c0 -7 1 -11 4 -15M373 174c1 -5 3 -7 6 -9',
  ),
];

/** A baby's head and shoulders, looking right and smiling, both arms held out; about 104 by 92. */
export const babyReachingHead: Shape[] = [
  ...limb('M56 76C68 76 82 72 94 60', 9),
  group(babyHead('smile'), ''),
  ...limb('M38 82C52 92 78 90 96 80', 10),
];

/** A baby's head and shoulders, looking right and laughing, banging a spoon; about 84 by 92. */
export const babyWithSpoon: Shape[] = [
  group(babyHead('laugh'), ''),
  path('M74 62L82 34'),
  {
    tag: 'ellipse',
    class: 'sb-paper',
    cx: '84',
    cy: '26',
    rx: '5',
    ry: '8.500',
    transform: 'rotate(16 84 26)',
  },
  ...limb('M40 82C52 88 66 78 73 64', 10),
];
