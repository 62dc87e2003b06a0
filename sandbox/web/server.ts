import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { loadBundle } from '../apps-script/bundle';
import { exampleNames, readExample } from './examples';
import { callableFunctions } from './frame-html';
import { listen } from './listen';
import { openSession } from './open-session';
import { bundlePage } from './page-bundle';
import { openWorkbench } from './workbench';

/** What the workbench is started with. */
export interface WorkbenchOptions {
  /** 0: any free port. */
  readonly port: number;
  /** Name of a folder in `examples/`; left out: `team`. */
  readonly example?: string;
  /** The project's folder, with `dist/` built; left out: the working directory. */
  readonly root?: string;
}

/** So fast that a demonstration of 300 rows takes well under a minute. */
const usualSpeed = 20;

/**
 * Serves the workbench on this machine. Resolves when it listens, with its address and a way to end it. Rejects where
 * the port is taken, `dist/` is not built or the example is none.
 */
export async function startWorkbench({
  port,
  example = 'team',
  root = process.cwd(),
}: WorkbenchOptions): Promise<{ readonly url: string; close(): Promise<void> }> {
  const folder = path.join(root, 'examples');
  const bundle = loadBundle(path.join(root, 'dist'));
  const functions = callableFunctions(bundle);
  const page = await bundlePage(path.join(root, 'sandbox', 'web', 'page'));
  const bench = openWorkbench(
    {
      examples: exampleNames(folder),
      openSession: (name) =>
        openSession({
          era: randomUUID(),
          name,
          example: readExample(folder, name),
          bundle,
          functions,
          speed: usualSpeed,
        }),
    },
    example,
  );
  const { server, url } = await listen(bench, page, port);
  return {
    url,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await bench.close();
    },
  };
}
