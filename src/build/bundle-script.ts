import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundledMessages } from './inline-messages.ts';

/**
 * Bundles a browser script and returns the code of one classic script.
 * @param define expressions that replace identifiers, by identifier.
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
