import { spawn } from 'node:child_process';
import path from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';

/** The workbench as `npm start` serves it, in a process of its own. */
export interface RunningWorkbench {
  readonly url: string;
  stop(): Promise<void>;
}

const root = path.resolve(__dirname, '../..');

/**
 * Starts the workbench on a free port; resolves when it has printed its address. Rejects with what it said where it
 * ends before.
 */
export function startWorkbench(): Promise<RunningWorkbench> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'sandbox/main.ts', 'serve'], {
    cwd: root,
    env: { ...process.env, PORT: '0' },
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async () => {
    child.kill();
    await ended;
  };
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (text: Buffer) => {
      said += text.toString('utf8');
      const url = /http:\/\/localhost:\d+/.exec(said)?.[0];
      if (url) resolve({ url, stop });
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('close', () => reject(new Error(`The workbench ended before it listened: ${said}`)));
  });
}

/** Of a tab only the rows with one of these texts under a header. */
type Kept = readonly [tab: string, header: string, texts: readonly string[]];

/** An example, of some tabs only a part of the rows. */
interface Part {
  readonly name: string;
  readonly kept: readonly Kept[];
}

/** Opens the page on an example, or a part of it, afresh and waits for its cells. */
export async function openExample(page: Page, url: string, example: string | Part): Promise<void> {
  const { name, kept } = typeof example === 'string' ? { name: example, kept: [] } : example;
  const response = await page.request.post(`${url}/api/example`, { data: { name }, headers: { origin: url } });
  if (!response.ok()) throw new Error(await response.text());
  for (const one of kept) await keepRows(page, url, one);
  await page.goto(url);
  await page.locator('.cells td').first().waitFor();
}

/** A cell of the tab in front, by its place in A1 notation's numbers. */
export const cell = (page: Page, row: number, column: number) => page.locator(`#cell-${row}-${column}`);

/** Resolves when a cell says exactly this; rejects with what it says instead. */
export async function says(page: Page, [row, column]: readonly [number, number], text: string): Promise<void> {
  const id = `cell-${row}-${column}`;
  try {
    await page.waitForFunction(
      ([place = '', wanted]) => document.getElementById(place)?.textContent === wanted,
      [id, text],
      { timeout: 10_000 },
    );
  } catch {
    throw new Error(`${id} says “${(await page.locator(`#${id}`).textContent()) ?? ''}”, not “${text}”.`);
  }
}

/** Chooses an entry of a menu: the names on the way to it. */
export async function choose(page: Page, ...names: readonly string[]): Promise<void> {
  const [menu = '', ...entries] = names;
  await page.getByRole('menubar').getByRole('menuitem', { name: menu, exact: true }).click();
  for (const name of entries) await page.getByRole('menu').getByRole('menuitem', { name, exact: true }).click();
}

/** Makes the tabs by the menu; resolves when it says that they are there. */
export async function setUp(page: Page): Promise<void> {
  await choose(page, 'Seatsheet', 'Set up', 'Set up this spreadsheet');
  await page
    .getByRole('status')
    .getByText(/Made |Everything was there/)
    .waitFor();
}

/**
 * Chooses an entry that opens a sidebar, and waits until that stands in the place of the one before: who clicks in a
 * frame while it is taken away is told that the page was closed.
 */
export async function openSidebar(page: Page, ...names: readonly string[]): Promise<void> {
  const frame = page.locator('.sidebar iframe');
  const before = (await frame.count()) > 0 ? await frame.getAttribute('src') : '';
  await choose(page, ...names);
  await page.locator(`.sidebar iframe:not([src="${before}"])`).waitFor();
}

/** The script's sidebar. */
export const sidebar = (page: Page): FrameLocator => page.frameLocator('.sidebar iframe');

/** Pastes text as another spreadsheet puts it on the clipboard. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.locator('.cells').evaluate((cells, given) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', given);
    cells.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

interface Tab {
  readonly id: number;
  /** By their numbers: 1 is the header. */
  readonly lines: readonly (readonly [row: number, texts: readonly string[]])[];
}

async function tabOf(page: Page, url: string, wanted: string): Promise<Tab> {
  const { head, sheets } = (await (await page.request.get(`${url}/api/state?era=&since=0`)).json()) as {
    readonly head: { readonly tabs: readonly { readonly id: number; readonly name: string }[] };
    readonly sheets: readonly {
      readonly id: number;
      readonly rows: Readonly<Record<string, readonly (string | { readonly text: string })[]>>;
    }[];
  };
  const id = head.tabs.find(({ name }) => name === wanted)?.id ?? -1;
  const rows = Object.entries(sheets.find((sheet) => sheet.id === id)?.rows ?? {});
  return {
    id,
    lines: rows.map(([row, cells]) => [Number(row), cells.map((one) => (typeof one === 'string' ? one : one.text))]),
  };
}

/** The rows of a tab that say anything, as texts by header, in their order. */
export async function rowsOn(
  page: Page,
  url: string,
  tab: string,
): Promise<readonly Readonly<Record<string, string>>[]> {
  const [[, header = []] = [], ...lines] = (await tabOf(page, url, tab)).lines;
  return lines
    .filter(([, texts]) => texts.some(Boolean))
    .map(([, texts]) => Object.fromEntries(header.map((name, index) => [name, texts[index] ?? ''])));
}

/** The rows of the Users tab. */
export const userRows = (page: Page, url: string) => rowsOn(page, url, 'Users');

async function keepRows(page: Page, url: string, [tab, under, texts]: Kept): Promise<void> {
  const { id, lines } = await tabOf(page, url, tab);
  const column = lines[0]?.[1].indexOf(under) ?? -1;
  const others = lines.slice(1).filter(([, cells]) => !texts.includes(cells[column] ?? ''));
  const numbers = new Set(others.map(([row]) => row));
  // From below, and what is together at once: each deletion is a request, and moves what stands below it.
  for (const last of [...numbers].filter((row) => !numbers.has(row + 1)).reverse()) {
    let row = last;
    while (numbers.has(row - 1)) row -= 1;
    const edit = { kind: 'deleteRows', sheet: id, row, rows: last - row + 1 };
    const response = await page.request.post(`${url}/api/edit`, { data: edit, headers: { origin: url } });
    if (!response.ok()) throw new Error(await response.text());
  }
}
