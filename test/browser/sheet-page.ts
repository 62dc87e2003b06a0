import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import type { Server } from '../../src/apps-script/wire';

/** The flags of Google's own sidebar frame (Apps Script guide "HTML Service: Restrictions"). */
const sandboxFlags =
  'allow-same-origin allow-forms allow-scripts allow-popups allow-downloads allow-modals allow-popups-to-escape-sandbox';
const sheetUrl = 'https://docs.sheets.example/';
const frameUrl = 'https://script.sheets.example/sidebar';

/** Answers of the server, function by function. A thrown error reaches the failure handler, as an exception of a script does. */
export type Answers = { [N in keyof Server]: (...args: Parameters<Server[N]>) => ReturnType<Server[N]> | Promise<ReturnType<Server[N]>> };

/** A function whose script returned something that cannot cross: the handler gets no value. */
export const noValue = (): never => null as never;

/** A call that the sidebar made. */
export interface Called {
  readonly name: keyof Server;
  readonly args: readonly unknown[];
}

/** A spreadsheet page with the sidebar open in it. */
export interface SheetPage {
  readonly page: Page;
  readonly sidebar: FrameLocator;
  /** The sidebar's calls so far. */
  readonly calls: readonly Called[];
  /** Addresses that were asked for besides the two pages. */
  readonly strayRequests: readonly string[];
  /** Exceptions and console errors of the sidebar. */
  readonly errors: readonly string[];
  /** Waits until the keyboard was given back to the grid. */
  gridFocused(): Promise<void>;
  close(): Promise<void>;
}

/** Stands in for Google's client API inside the frame: google.script.run, its handlers and its host. */
function clientApi(names: readonly string[]): void {
  type Reply = { readonly value: unknown } | { readonly error: string };
  const view = window as unknown as { __server(name: string, args: unknown[]): Promise<Reply>; google: unknown; __gridFocused: number };
  view.__gridFocused = 0;
  const runner = (done: (value: unknown) => void, failed: (error: Error) => void): Record<string, unknown> => {
    const made: Record<string, unknown> = {
      withSuccessHandler: (handler: typeof done) => runner(handler, failed),
      withFailureHandler: (handler: typeof failed) => runner(done, handler),
    };
    for (const name of names) {
      made[name] = (...args: unknown[]) => {
        void view.__server(name, args).then((reply) => ('error' in reply ? failed(new Error(reply.error)) : done(reply.value)));
      };
    }
    return made;
  };
  const editor = { focus: () => (view.__gridFocused += 1) };
  view.google = { script: { run: runner(() => undefined, () => undefined), host: { editor } } };
}

async function serve(context: BrowserContext, html: string, stray: string[]): Promise<void> {
  const host = `<!doctype html><html lang="en"><title>Sheet</title><style>body{margin:0}iframe{border:0;width:300px;height:100vh;display:block}</style>
    <iframe title="Seatsheet" sandbox="${sandboxFlags}" src="${frameUrl}"></iframe></html>`;
  await context.route('**/*', (route) => {
    const url = route.request().url();
    if (url === sheetUrl) return route.fulfill({ contentType: 'text/html; charset=utf-8', body: host });
    if (url === frameUrl) return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
    stray.push(url);
    return route.abort();
  });
}

/** What opens a sheet page. `answers` may be changed while the page is open. */
export interface Opening {
  readonly browser: Browser;
  readonly html: string;
  readonly answers: Answers;
  readonly colorScheme?: 'light' | 'dark';
  /** Leaves out Google's client API, as when the file is opened by itself. */
  readonly withoutGoogle?: boolean;
}

/** Opens the sidebar 300 px wide in a frame like Google's. Timers are under the test's command (`page.clock`). */
export async function openSheetPage({ browser, html, answers, colorScheme = 'light', withoutGoogle }: Opening): Promise<SheetPage> {
  const context = await browser.newContext({ viewport: { width: 300, height: 640 }, colorScheme, timezoneId: 'UTC', acceptDownloads: true });
  const calls: Called[] = [];
  const stray: string[] = [];
  const errors: string[] = [];
  await serve(context, html, stray);
  await context.exposeFunction('__server', async (name: keyof Server, args: unknown[]) => {
    calls.push({ name, args });
    try {
      return { value: await (answers[name] as (...sent: unknown[]) => unknown)(...args) };
    } catch (error) {
      return { error: String(error instanceof Error ? error.message : error) };
    }
  });
  if (!withoutGoogle) await context.addInitScript(clientApi, Object.keys(answers));
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.clock.install({ time: new Date('2026-11-22T14:31:00Z') });
  await page.goto(sheetUrl);
  const inFrame = () => page.frames().find((frame) => frame.url() === frameUrl);
  return {
    page,
    sidebar: page.frameLocator('iframe'),
    calls,
    strayRequests: stray,
    errors,
    gridFocused: async () => {
      await inFrame()?.waitForFunction(() => (window as unknown as { __gridFocused: number }).__gridFocused > 0, null, { polling: 20 });
    },
    close: () => context.close(),
  };
}
