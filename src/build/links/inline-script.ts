import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Bundles a browser script of src/portable into the text of one classic `<script>`. */
export async function bundleInline(name: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`../../portable/${name}.ts`, import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
  });
  return outputFiles[0]?.text.trim() ?? '';
}
