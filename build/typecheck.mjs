/** Type-checks every part with its own view of the world: pure folders see no platform, the server no Node, the browser no server. */
import { spawn } from 'node:child_process';

const projects = ['.', 'src/apps-script', 'src/sidebar', 'sandbox', 'sandbox/web/page', 'test'];

const check = (project) =>
  new Promise((resolve) => {
    const tsc = spawn(process.execPath, ['node_modules/typescript/bin/tsc', '--project', project], { stdio: 'inherit' });
    tsc.on('close', (code) => resolve(code ?? 1));
  });

let failed = 0;
while (projects.length) {
  const codes = await Promise.all(projects.splice(0, 2).map(check));
  failed += codes.filter(Boolean).length;
}
process.exitCode = failed ? 1 : 0;
