import vm from 'node:vm';
import { compile, runAll } from '../apps-script/bundle';
import type { Bundle } from '../apps-script/port';

/** HTML of the script's, made ready to run in a frame. */

/**
 * The functions that google.script.run offers: those that the code puts at its top level and whose names do not end in
 * `_`. The code is run once without any service, as Apps Script runs it under the least authorisation. Throws what it
 * throws.
 */
export function callableFunctions(bundle: Bundle): string[] {
  const context = vm.createContext({});
  runAll(compile(bundle), { global: context }, { timeout: 10_000 });
  return Object.entries(context)
    .filter(([name, value]) => typeof value === 'function' && !name.endsWith('_'))
    .map(([name]) => name);
}

/** The HTML with `google.script` in front of everything else it runs. */
export function withGoogleScript(
  html: string,
  parts: { readonly script: string; readonly functions: readonly string[] },
): string {
  const shim = `<script data-functions="${parts.functions.join(',')}">${parts.script.replace(/<\/script/gi, '<\\/script')}</script>`;
  const place = /<head[^>]*>/i.exec(html) ?? /^\s*<!doctype[^>]*>/i.exec(html);
  const at = place ? place.index + place[0].length : 0;
  return html.slice(0, at) + shim + html.slice(at);
}
