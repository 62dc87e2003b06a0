import type { Browser, BrowserContext, Frame, FrameLocator, Page } from 'playwright-core';
import type { Server } from '../../src/job/wire';

/** The flags of Google's own sidebar frame (Apps Script guide "HTML Service: Restrictions"). */
const sandboxFlags =
  'allow-same-origin allow-forms allow-scripts allow-popups allow-downloads allow-modals allow-popups-to-escape-sandbox';
const sheetUrl = 'https://docs.sheets.example/';
const frameUrl = 'https://script.sheets.example/sidebar';

/**
 * Answers of the server, function by function. A thrown error reaches the failure handler, as an exception of a script
 * does.
 */
export type Answers = {
  [N in keyof Server]: (...args: Parameters<Server[N]>) => ReturnType<Server[N]> | Promise<ReturnType<Server[N]>>;
};

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
  /** The sidebar's own document. Throws where it is gone. */
  frame(): Frame;
  /** The sidebar's calls so far. */
  readonly calls: readonly Called[];
  /** Addresses that were asked for besides the two pages. */
  readonly strayRequests: readonly string[];
  /** Exceptions and console errors of the sidebar. */
  readonly errors: readonly string[];
  /** Waits until the keyboard was given back to the grid. */
  gridFocused(): Promise<void>;
}

/**
 * Stands in for Google's client API inside the frame: google.script.run, its handlers and its host. A page that stands
 * alone has none.
 */
function clientApi(names: readonly string[]): void {
  const visit = Number(new URLSearchParams(location.search).get('visit'));
  if (!visit) return;
  type Reply = { readonly value: unknown } | { readonly error: string };
  const view = window as unknown as {
    __server(visit: number, name: string, args: unknown[]): Promise<Reply>;
    google: unknown;
    __gridFocused: number;
  };
  view.__gridFocused = 0;
  const runner = (done: (value: unknown) => void, failed: (error: Error) => void): Record<string, unknown> => {
    const made: Record<string, unknown> = {
      withSuccessHandler: (handler: typeof done) => runner(handler, failed),
      withFailureHandler: (handler: typeof failed) => runner(done, handler),
    };
    for (const name of names) {
      made[name] = (...args: unknown[]) => {
        void view
          .__server(visit, name, args)
          .then((reply) => ('error' in reply ? failed(new Error(reply.error)) : done(reply.value)));
      };
    }
    return made;
  };
  const editor = { focus: () => (view.__gridFocused += 1) };
  view.google = {
    script: {
      run: runner(
        () => undefined,
        () => undefined,
      ),
      host: { editor },
    },
  };
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

/** One opening of the sidebar with what it did. */
interface Visit extends Opening {
  /** From 1: a page that is left may still be calling while the next one opens. */
  readonly number: number;
  readonly calls: Called[];
  readonly stray: string[];
  readonly errors: string[];
}

/** One window of a browser for all the sidebars of a suite, one after another: a new window takes half a second. */
interface Stage {
  readonly page: Page;
  visit?: Visit;
}

/** What a page that was left is answered. */
const never = new Promise<never>(() => undefined);

const stages = new WeakMap<Browser, Promise<Stage>>();

async function makeStage(browser: Browser, names: readonly string[]): Promise<Stage> {
  const looks = { viewport: { width: 300, height: 640 }, timezoneId: 'UTC', reducedMotion: 'reduce' } as const;
  const context = await browser.newContext({ ...looks, acceptDownloads: true });
  const page = await context.newPage();
  const stage: Stage = { page };
  await serve(context, stage);
  await context.exposeFunction('__server', (visit: number, name: keyof Server, args: unknown[]) =>
    visit === stage.visit?.number ? reply(stage.visit, { name, args }) : never,
  );
  await context.addInitScript(clientApi, names);
  page.on('pageerror', (error) => stage.visit?.errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && stage.visit?.errors.push(message.text()));
  await page.clock.install({ time: new Date('2026-11-22T14:31:00Z') });
  return stage;
}

async function serve(context: BrowserContext, stage: Stage): Promise<void> {
  const html = (body: string) => ({ contentType: 'text/html; charset=utf-8', body });
  await context.route('**/*', (route) => {
    const url = route.request().url();
    if (url === sheetUrl) return route.fulfill(html(hostPage(stage.visit ? queryOf(stage.visit) : '')));
    if (url.startsWith(frameUrl)) return route.fulfill(html(stage.visit?.html ?? ''));
    stage.visit?.stray.push(url);
    return route.abort();
  });
}

const queryOf = ({ withoutGoogle, number }: Visit): string => (withoutGoogle ? '' : `?visit=${number}`);

function hostPage(query: string): string {
  return `<!doctype html><html lang="en"><title>Sheet</title><style>body{margin:0}iframe{border:0;width:300px;height:100vh;display:block}</style>
    <iframe title="Seatsheet" sandbox="${sandboxFlags}" src="${frameUrl}${query}"></iframe></html>`;
}

async function reply({ calls, answers }: Visit, called: Called): Promise<{ value: unknown } | { error: string }> {
  calls.push(called);
  try {
    return { value: await (answers[called.name] as (...sent: readonly unknown[]) => unknown)(...called.args) };
  } catch (error) {
    return { error: String(error instanceof Error ? error.message : error) };
  }
}

function stageOf({ browser, answers }: Opening): Promise<Stage> {
  const known = stages.get(browser) ?? makeStage(browser, Object.keys(answers));
  stages.set(browser, known);
  return known;
}

/** Opens the sidebar 300 px wide in a frame like Google's. Timers are under the test's command (`page.clock`). */
export async function openSheetPage(opening: Opening): Promise<SheetPage> {
  const stage = await stageOf(opening);
  const visit = (stage.visit = {
    ...opening,
    number: (stage.visit?.number ?? 0) + 1,
    calls: [],
    stray: [],
    errors: [],
  });
  const { page } = stage;
  await page.emulateMedia({ colorScheme: opening.colorScheme ?? 'light' });
  const inFrame = () => page.frames().find((frame) => frame.url().startsWith(frameUrl));
  // A frame that stays at its place keeps its process; a new one takes Chromium as long as most of a test.
  await (inFrame()?.goto(frameUrl + queryOf(visit)) ?? page.goto(sheetUrl));
  return {
    page,
    sidebar: page.frameLocator('iframe'),
    frame: () => {
      const frame = inFrame();
      if (!frame) throw new Error('There is no sidebar.');
      return frame;
    },
    calls: visit.calls,
    strayRequests: visit.stray,
    errors: visit.errors,
    gridFocused: async () => {
      await inFrame()?.waitForFunction(() => (window as unknown as { __gridFocused: number }).__gridFocused > 0, null, {
        polling: 20,
      });
    },
  };
}

/** Waits until the browser has drawn what was changed last in a frame. */
export function drawnIn(frame: Frame): Promise<void> {
  return frame.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve();
        requestAnimationFrame(() => requestAnimationFrame(() => channel.port2.postMessage(0)));
      }),
  );
}
