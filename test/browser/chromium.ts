import { execFileSync } from 'node:child_process';
import { type Browser, chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

function onPath(name: string): string | null {
  try {
    return execFileSync('/bin/sh', ['-c', 'command -v "$0"', name], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null;
  }
}

/** Where Chromium is: the environment's CHROMIUM, or the first that the shell finds; null where there is none. */
export function findChromium(): string | null {
  if (process.env['CHROMIUM']) return process.env['CHROMIUM'];
  for (const name of names) {
    const found = onPath(name);
    if (found) return found;
  }
  return null;
}

/** Starts a Chromium that shows nothing and calls nobody by itself. The caller closes it. */
export function launchChromium(executablePath: string): Promise<Browser> {
  const args = [
    '--no-sandbox',
    '--headless',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  return chromium.launch({ executablePath, args });
}

/**
 * Describes promises that need a browser. `body` gets a function that gives the one browser of this suite. Without
 * Chromium the suite is skipped and says so; with REQUIRE_BROWSER=1 it fails instead.
 */
export function describeInBrowser(title: string, body: (browser: () => Browser) => void): void {
  const executable = findChromium();
  if (executable) return describe(title, () => withBrowser(executable, body));
  if (process.env['REQUIRE_BROWSER'] === '1') {
    return describe(title, () => {
      test('finds Chromium, because REQUIRE_BROWSER=1', () => {
        throw new Error('No Chromium was found. Install it, or name it in CHROMIUM.');
      });
    });
  }
  process.stderr.write(`Skipped: ${title} (no Chromium found; install it or name it in CHROMIUM)\n`);
  describe.skip(`${title} (skipped: no Chromium found)`, () => body(() => neverOpened()));
}

function neverOpened(): never {
  throw new Error('A skipped suite opened a browser');
}

function withBrowser(executable: string, body: (browser: () => Browser) => void): void {
  let opened: Browser | null = null;
  beforeAll(async () => {
    opened = await launchChromium(executable);
  }, 30_000);
  afterAll(async () => {
    await opened?.close();
  });
  body(() => opened ?? neverOpened());
}
