/**
 * What stands in the lists of the sources (tabs, actions, reports), read from the sources themselves: they are pure.
 */
import path from 'node:path';
import { build } from 'esbuild';

/**
 * The lists as JSON.
 * @param {string} root the project's folder
 * @returns {Promise<import('../src/job/lists').Lists>}
 */
export async function readLists(root) {
  const { outputFiles } = await build({
    entryPoints: [path.join(root, 'src', 'job', 'lists.ts')],
    tsconfig: path.join(root, 'tsconfig.json'),
    bundle: true,
    write: false,
    format: 'esm',
    logLevel: 'warning',
    target: 'es2020',
  });
  const { listed } = await import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
  );
  return listed();
}

/**
 * The functions that menu entries of the lists call, as lines of the entry: Apps Script calls functions by name and
 * hands no argument.
 * @param {import('../src/job/lists').Lists} lists
 */
export function entryLines({ actions, reports }) {
  const line =
    (call) =>
    ({ handler, id }) =>
      `global.${handler} = () => { menu.${call}(${JSON.stringify(id)}); };`;
  return [...actions.filter(({ menu }) => menu).map(line('startAction')), ...reports.map(line('startReport'))].join(
    '\n',
  );
}
