import { site } from './site.ts';

const { paper, ink, 'fig-tint': warm, 'fig-tint-2': cool } = site.colours;

/** The icon of a guide that draws none of its own (src/content/drawings/icon.svg): discs in its colours. */
export const plainIcon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><rect width="512" height="512" fill="${paper[0]}"/><g transform="translate(256 256) scale(0.72) translate(-256 -256)"><circle cx="216" cy="236" r="136" fill="${cool[0]}"/><circle cx="306" cy="296" r="112" fill="${warm[0]}"/><circle cx="256" cy="256" r="150" fill="none" stroke="${ink[0]}" stroke-width="24"/></g></svg>`;
