import { Killed } from '../../sandbox/apps-script/port';
import { SharedTime } from '../../sandbox/apps-script/thread/shared-time';
import { openThreadedHost } from '../../sandbox/apps-script/thread/threaded-host';
import type { ThreadedOptions } from '../../sandbox/apps-script/thread/threaded-host';
import { fullManifest, start, workspaceOf } from './bench';

/**
 * Run by threads.test.ts under plain Node with tsx, because threads cannot be started from jest: prints what happened
 * as JSON.
 */

const code = `
  function note(text) { PropertiesService.getScriptProperties().setProperty(text, String(Date.now())); }
  function untilQuick() { for (;;) { if (PropertiesService.getScriptProperties().getProperty('quick')) return [new Date() instanceof Date, { list: [1] }]; Utilities.sleep(1000); } }
  function slow(name, ms) { note(name + ' begins'); Utilities.sleep(ms); note(name + ' ends'); }
  function quick() { note('quick'); return SpreadsheetApp.getActiveSheet().getRange('A1').getValue(); }
  function hold() { const lock = LockService.getScriptLock(); lock.waitLock(0); note('holds'); Utilities.sleep(40000); lock.releaseLock(); note('let go'); }
  function wait() { const got = LockService.getScriptLock().tryLock(200000); note('got it'); return got; }
  function fail() { AdminDirectory.Users.get('a'); }
  function ask() { const ui = SpreadsheetApp.getUi(); return ui.alert('Sure?', ui.ButtonSet.YES_NO) === ui.Button.YES; }
  function compute() { const begun = Date.now(); let sum = 0; for (let i = 0; i < 3e7; i++) sum += i % 7; return [sum, Date.now() - begun]; }
  function endless() { for (let i = 0; i < 100; i++) { try { Utilities.sleep(60000); } catch (error) {} } }
  function work() { try { note('a'); note('b'); } catch (error) { note('caught'); } finally { note('finally'); } }
  function date() { return { at: new Date(0) }; }
  function plan() { ScriptApp.newTrigger('triggered').timeBased().after(0).create(); }
  function triggered(e) { note('triggered ' + e.authMode); }`;

const refused = {
  status: 404,
  body: { error: { code: 404, message: 'Resource Not Found: userKey', errors: [{ reason: 'notFound' }] } },
};
const clock = SharedTime.open(start, 20);
const base: ThreadedOptions = {
  bundle: { code: { Code: code }, html: {}, manifest: fullManifest },
  workspace: workspaceOf(() => refused),
  user: 'ana@shop.example',
  latency: 250,
  clock,
  ask: () => Promise.resolve({ button: 'YES', text: '' }),
};
const host = openThreadedHost(base);
const errorOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    (value) => ({ value }),
    (error: Error & { details?: unknown }) => ({
      name: error.name,
      message: error.message,
      details: error.details,
      killed: error instanceof Killed,
    }),
  );
const noted = (): Record<string, string> => host.state.properties.script;
const results: Record<string, unknown> = {};

async function until(what: string): Promise<void> {
  while (noted()[what] === undefined) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** The first cannot end before the second has run: one after the other would take for ever. */
async function sideBySide(): Promise<void> {
  const long = host.callAsync('untilQuick', [], 'menu');
  host.edit.setCell('Sheet1', [1, 1], 'typed meanwhile');
  results['quick'] = await host.callAsync('quick');
  results['long'] = await long;
}

async function sleeps(): Promise<void> {
  clock.setSpeed(1000);
  await host.callAsync('slow', ['long', 100_000], 'menu');
  results['slept'] = Number(noted()['long ends']) - Number(noted()['long begins']);
}

/** So much takes a tenth of a second and more on any machine: at this speed minutes, if it counted. */
async function computes(): Promise<void> {
  clock.setSpeed(1000);
  const [, took] = (await host.callAsync('compute', [], 'menu')) as [number, number];
  results['computed'] = took;
}

async function locks(): Promise<void> {
  clock.setSpeed(100);
  const holding = host.callAsync('hold');
  await until('holds');
  results['waited'] = await host.callAsync('wait');
  await holding;
  results['lockOrder'] = Number(noted()['got it']) >= Number(noted()['let go']) - 1000;
}

async function ends(): Promise<void> {
  results['refusal'] = await errorOf(host.callAsync('fail', [], 'menu'));
  results['asked'] = await host.callAsync('ask');
  results['date'] = String(await host.callAsync('date'));
  results['menuDate'] = await host.callAsync('date', [], 'menu');
  clock.setSpeed(1000);
  results['endless'] = await errorOf(host.callAsync('endless', [], 'menu'));
  await host.callAsync('plan', [], 'menu');
  await host.runDueTriggersAsync();
  results['triggered'] = noted()['triggered FULL'] !== undefined;
}

/** A slow clock is made fast while an execution sleeps. */
async function hurry(): Promise<void> {
  clock.setSpeed(50);
  const slow = host.callAsync('slow', ['hurried', 200_000], 'menu');
  await until('hurried begins');
  clock.setSpeed(1);
  clock.setSpeed(500);
  await slow;
  results['hurried'] = noted()['hurried ends'] !== undefined;
}

async function crash(): Promise<void> {
  let n = 0;
  host.onEffect = ({ when }) => {
    if (when === 'after' && ++n === 1) throw new Killed('Lights out.');
  };
  results['crash'] = await errorOf(host.callAsync('work'));
  host.onEffect = () => undefined;
  results['afterCrash'] = ['a', 'b', 'caught', 'finally'].filter((name) => noted()[name] !== undefined);
  results['again'] = await host.callAsync('quick');
}

async function main(): Promise<void> {
  for (const part of [sideBySide, sleeps, computes, locks, ends, hurry, crash]) await part();
  const last = errorOf(host.callAsync('slow', ['never', 250_000], 'menu'));
  await until('never begins');
  clock.setSpeed(1);
  await host.close();
  results['closed'] = await last;
  process.stdout.write(JSON.stringify(results));
}

void main();
