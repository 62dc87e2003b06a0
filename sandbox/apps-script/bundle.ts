import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import vm from 'node:vm';
import type { Bundle } from './port';

/** The pushed project: its files read from a folder, its code compiled once. */

/**
 * Reads a project as clasp would push it: `.gs` and `.js` as code, `.html` as pages, `appsscript.json`. Names are those
 * Google shows, without their endings. Throws where the manifest is missing or two files share a name.
 */
export function loadBundle(folder: string): Bundle {
  const code: Record<string, string> = {};
  const html: Record<string, string> = {};
  for (const file of filesBelow(folder)) {
    const name = relative(folder, file)
      .split(sep)
      .join('/')
      .replace(/\.(gs|js|html)$/, '');
    const kind = file.endsWith('.html') ? html : /\.(gs|js)$/.test(file) ? code : undefined;
    if (!kind) continue;
    if (Object.hasOwn(kind, name)) throw new Error(`Conflicting files found: ${name}`);
    kind[name] = readFileSync(file, 'utf8');
  }
  return { code, html, manifest: readJson(join(folder, 'appsscript.json')) };
}

function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => !entry.name.startsWith('.') && entry.name !== 'node_modules',
  );
  return entries
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)]))
    .sort();
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch (cause) {
    throw new Error(`${file} cannot be read as a manifest.`, { cause });
  }
}

/** A project whose code is compiled; every execution runs it afresh. */
export interface Program {
  readonly scripts: readonly vm.Script[];
  readonly html: Readonly<Record<string, string>>;
  /** Bytes of code that every execution loads. */
  readonly bytes: number;
}

/** Compiles a project. Throws SyntaxError as a push would be refused. */
export function compile(bundle: Bundle): Program {
  const scripts = Object.entries(bundle.code).map(([name, text]) => new vm.Script(text, { filename: `${name}.gs` }));
  const bytes = Object.values(bundle.code).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return { scripts, html: bundle.html, bytes };
}
