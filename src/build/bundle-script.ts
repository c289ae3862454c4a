import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundledMessages } from './inline-messages.ts';

/**
 * Bundles a browser script into the text of one classic script.
 * @param define What takes the place of names in it, as code.
 */
export async function bundleScript(
  entry: URL,
  define: Record<string, string> = {},
): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(entry)],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    plugins: [bundledMessages()],
    define,
  });
  return outputFiles[0]?.text ?? '';
}
