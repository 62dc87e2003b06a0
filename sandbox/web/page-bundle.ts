import { build } from 'esbuild';
import path from 'node:path';

/** The browser side, bundled in memory when the workbench starts. */

/** What the browser is served. */
export interface PageBundle {
  readonly script: string;
  readonly style: string;
  /** `google.script` for frames. */
  readonly frameScript: string;
}

/** Bundles the page of `folder` (`sandbox/web/page`). Rejects with esbuild's messages when a source is broken. */
export async function bundlePage(folder: string): Promise<PageBundle> {
  const base = {
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'chrome109',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    outdir: folder,
  } as const;
  const [page, frame] = await Promise.all([
    build({ ...base, entryPoints: [path.join(folder, 'main.tsx')] }),
    build({ ...base, entryPoints: [path.join(folder, 'frame', 'main.ts')] }),
  ]);
  const part = (files: typeof page.outputFiles, end: string) =>
    files.find((file) => file.path.endsWith(end))?.text ?? '';
  return {
    script: part(page.outputFiles, '.js'),
    style: part(page.outputFiles, '.css'),
    frameScript: part(frame.outputFiles, '.js'),
  };
}

/** The page: everything in it comes from `/page.js` and `/page.css`. */
export const pageHtml = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Seatsheet workbench</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/page.css">
</head>
<body><div id="root"></div><script src="/page.js"></script></body>
</html>
`;
