/**
 * The sidebar: a Preact app bundled by esbuild and written into one HTML file, because a script project has no other
 * files for a page.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

/**
 * What must not stand in an inline script. HtmlService removes what looks like a comment from template literals, runs
 * `<?` in templates, and the HTML parser ends or hides a script at the other two.
 */
const forbidden = ['`', '<?', '</script', '<!--'];

/**
 * Gives the script back if it can stand in an HTML file of a script project; throws with the place where it cannot.
 * @param {string} script
 */
export function inlineable(script) {
  const lower = script.toLowerCase();
  for (const text of forbidden) {
    const at = lower.indexOf(text);
    if (at >= 0)
      throw new Error('The sidebar script contains ' + text + ' near: ' + script.slice(Math.max(0, at - 60), at + 60));
  }
  return script;
}

/** @param {string} folder */
function bundle(folder) {
  return build({
    entryPoints: [path.join(folder, 'main.tsx')],
    tsconfig: path.join(folder, 'tsconfig.json'),
    outdir: folder,
    bundle: true,
    write: false,
    format: 'iife',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    target: 'chrome109',
    // The minifier would turn ordinary strings into template literals.
    supported: { 'template-literal': false },
  });
}

/**
 * The finished text of sidebar.html, with script and style inlined.
 * @param {string} root the project's folder
 * @returns {Promise<string>}
 */
export async function buildSidebar(root) {
  const folder = path.join(root, 'src', 'sidebar');
  const [page, result] = await Promise.all([readFile(path.join(folder, 'sidebar.html'), 'utf8'), bundle(folder)]);
  const output = (ending) => {
    const file = result.outputFiles.find(({ path: name }) => name.endsWith(ending));
    if (!file) throw new Error('esbuild made no ' + ending + ' file for the sidebar');
    return file.text.trim();
  };
  const script = inlineable(output('.js'));
  const style = output('.css');
  if (/<\/style/i.test(style)) throw new Error('The sidebar style contains </style');
  // Replacements are functions, so that a "$&" in the script stays as it is.
  return page.replace('/* style */', () => style).replace('/* script */', () => script);
}
