import type { APIRoute, GetStaticPaths } from 'astro';
import { drawPng } from '../../build/shared/draw-png.ts';
import { readDrawing } from '../../components/drawings.ts';
import { drawDefaultIcon } from '../../site/facts.ts';
import { site } from '../../site/site.ts';

const icon = readDrawing('icon') ?? drawDefaultIcon(site.colours);

/** The app's icons: name and width in pixels. Up to a fifth of each edge of a maskable icon may be cut off. */
const icons = [
  { icon: 'icon-192', width: 192 },
  { icon: 'icon-512', width: 512 },
  { icon: 'maskable-512', width: 512 },
  { icon: 'apple-touch-180', width: 180 },
];

export const getStaticPaths: GetStaticPaths = () =>
  icons.map(({ icon, width }) => ({ params: { icon }, props: { width } }));

/** An icon as PNG, of src/content/drawings/icon.svg or the default icon. */
export const GET: APIRoute = async ({ params, props }) => {
  // In the maskable icon the logo is smaller, to fit the safe zone of all masks.
  const svg = params['icon']?.startsWith('maskable')
    ? icon.replace('scale(0.72)', 'scale(0.58)')
    : icon;
  const png = await drawPng(svg, Number(props['width']));
  return new Response(new Uint8Array(png), { headers: { 'content-type': 'image/png' } });
};
