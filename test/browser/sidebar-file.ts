import { execFileSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(__dirname, '..', '..');

/**
 * Runs a line of module code with the build's exports in scope and gives what it prints. Throws with its error text.
 */
export function withBuild(code: string): string {
  const script = `import { buildSidebar, inlineable } from './build/sidebar.mjs';\n${code}`;
  return execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** The text of sidebar.html as the build makes it from the sources of now. */
export function builtSidebar(): string {
  return withBuild('process.stdout.write(await buildSidebar(process.cwd()));');
}
