/**
 * Type-checks every part with its own view of the world: pure folders see no platform, the server no Node, the browser
 * no server. Parts see each other's declarations, so that what did not change is not checked again; what was found out
 * is kept below node_modules/.cache/types.
 */
import { spawnSync } from 'node:child_process';

/** Their references bring all the others. */
const projects = ['test', 'sandbox/web/page'];

const { status } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '--build', ...projects], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
