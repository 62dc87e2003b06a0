/**
 * What stands in the lists of the sources (tabs, actions, reports), read from the sources themselves: they are pure.
 */
import path from 'node:path';
import { build } from 'esbuild';

/**
 * The lists as JSON.
 * @param {string} root the project's folder
 * @returns {Promise<import('../src/job/lists').Lists>} rejects where they cannot be read, with the file that is wrong
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
  const { text, contents } = outputFiles[0];
  try {
    const { listed } = await import(`data:text/javascript;base64,${Buffer.from(contents).toString('base64')}`);
    return listed();
  } catch (error) {
    throw inWords(error, text);
  }
}

/** Node shows the address of a module that fails: here it is the whole bundle. The sentence names file and name. */
function inWords(error, bundle) {
  if (!(error instanceof Error)) return error;
  const line = Number(/:(\d+):\d+\)?$/m.exec(error.stack ?? '')?.[1] ?? 0);
  const files = bundle.split('\n', line).flatMap((text) => /^\/\/ (src\/\S+)$/.exec(text)?.[1] ?? []);
  const file = files[files.length - 1] ?? 'src/job/lists.ts';
  const name = /^(\S+) is not defined$/.exec(error.message)?.[1];
  if (name) return new Error(`${file} names ${name}, and does not import it: add the line import { ${name} } from …`);
  return new Error(`The lists cannot be read: ${file}: ${error.message}`);
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
