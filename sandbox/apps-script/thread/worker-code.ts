import { buildSync } from 'esbuild';

const known = new Map<string, string>();

/**
 * The code of a thread by its source file, as one script. It is made once: Node 20 takes no TypeScript for a thread,
 * and one that compiled its files by itself would need a second before it begins.
 */
export function codeOf(file: string): string {
  const code = known.get(file) ?? bundled(file);
  known.set(file, code);
  return code;
}

function bundled(file: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [file],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    charset: 'utf8',
  });
  return outputFiles[0]?.text ?? '';
}
