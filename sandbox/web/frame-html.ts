import type { Bundle } from '../apps-script/port';

/** HTML of the script's, made ready to run in a frame. */

/** The functions that google.script.run offers: those at the top level of the code whose names do not end in `_`. */
export function callableFunctions(bundle: Bundle): string[] {
  const found = Object.values(bundle.code).flatMap((code) => [...code.matchAll(/^(?:async )?function\*?\s+([A-Za-z$_][\w$]*)|^(?:var|let|const)\s+([A-Za-z$_][\w$]*)\s*=\s*(?:async\s*)?(?:function\b|\(|[\w$]+\s*=>)/gm)]);
  return [...new Set(found.map((match) => match[1] ?? match[2] ?? ''))].filter((name) => name && !name.endsWith('_'));
}

/** The HTML with `google.script` in front of everything else it runs. */
export function withGoogleScript(html: string, parts: { readonly script: string; readonly functions: readonly string[] }): string {
  const shim = `<script data-functions="${parts.functions.join(',')}">${parts.script.replace(/<\/script/gi, '<\\/script')}</script>`;
  const place = /<head[^>]*>/i.exec(html) ?? /^\s*<!doctype[^>]*>/i.exec(html);
  const at = place ? place.index + place[0].length : 0;
  return html.slice(0, at) + shim + html.slice(at);
}
