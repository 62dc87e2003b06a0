import type { Bundle } from '../apps-script/port';
import type { ThreadedHost } from '../apps-script/thread/threaded-host';
import { SharedTime } from '../apps-script/thread/shared-time';
import { openThreadedHost } from '../apps-script/thread/threaded-host';
import { turningAway } from '../cli/desk';
import { openWorkspace } from '../workspace/workspace';
import { doEdit } from './editing';
import type { Example } from './examples';
import { actAtGoogle } from './google-acts';
import { googleView } from './google-view';
import { frontOf } from './head';
import { peopleOf } from './people';
import type { Session } from './session';
import type { Surfaces } from './surfaces';
import { openSurfaces } from './surfaces';

/** What a session is opened with. */
export interface SessionOptions {
  readonly era: string;
  readonly name: string;
  readonly example: Example;
  readonly bundle: Bundle;
  readonly functions: readonly string[];
  readonly speed: number;
}

/** Milliseconds of sandbox time that one answer of Google's takes. */
const latency = 250;
const triggersEvery = 1000;
const fastest = 100;
const someMorning = '2026-03-02T08:00:00.000Z';

/** Opens an example: the spreadsheet, the simulated Google, and the menu that onOpen builds. */
export function openSession(options: SessionOptions): Session {
  const { tenant, sheets, host: kept } = options.example;
  const clock = SharedTime.open(Date.parse(tenant.now ?? someMorning), options.speed);
  const workspace = openWorkspace(tenant, { clock, quotas: 'documented' });
  const user = tenant.signedInAs ?? '';
  const surfaces = openSurfaces();
  const host = openThreadedHost({
    bundle: options.bundle,
    workspace,
    clock,
    user,
    latency,
    state: { ...kept, sheets },
    seed: Date.now() % 2_147_483_647,
    ask: surfaces.ask,
    turnedAway: turningAway(workspace),
  });
  host.onShow = surfaces.show;
  const desk = {
    options,
    clock,
    workspace,
    host,
    surfaces,
    person: user,
    running: [] as string[],
    selection: '',
    jumps: 0,
    changes: 0,
  };
  host.onEffect = ({ kind, when }) => {
    if (kind === 'sheet' && when === 'after') desk.changes += 1;
  };
  const timer = setInterval(() => void host.runDueTriggersAsync(), triggersEvery);
  const session = sessionOf(desk, async () => {
    clearInterval(timer);
    surfaces.closeAll();
    await host.close();
  });
  // The cells can be seen before the menu is there, as in Google Sheets.
  void opened(session, surfaces);
  return session;
}

interface Desk {
  readonly options: SessionOptions;
  readonly clock: SharedTime;
  readonly workspace: ReturnType<typeof openWorkspace>;
  readonly host: ThreadedHost;
  readonly surfaces: Surfaces;
  person: string;
  readonly running: string[];
  /** The selection as it was last seen: when it is another one, a script has moved it. */
  selection: string;
  jumps: number;
  changes: number;
}

function sessionOf(desk: Desk, close: () => Promise<void>): Session {
  const { options, clock, workspace, host, surfaces } = desk;
  const session: Session = {
    era: options.era,
    example: options.name,
    functions: options.functions,
    surfaces,
    state: host.state,
    get menus() {
      return host.menus;
    },
    get person() {
      return desk.person;
    },
    get people() {
      return peopleOf(workspace.control.state, desk.person);
    },
    get clock() {
      return { now: clock.now(), speed: clock.speed };
    },
    get running() {
      return [...desk.running];
    },
    get jumps() {
      return jumpsOf(desk);
    },
    get changes() {
      return desk.changes;
    },
    run: (name, args, surface) =>
      surface === 'sidebar'
        ? host.callAsync(name, args, surface)
        : ran(desk, name, host.callAsync(name, args, surface)),
    edit: (what) => {
      jumpsOf(desk);
      doEdit(host.edit, what);
      desk.changes += 1;
      desk.selection = selectionOf(desk);
    },
    become: async (email) => {
      desk.person = email;
      host.become(email);
      surfaces.closeAll();
      await opened(session, surfaces);
    },
    setSpeed: (speed) => {
      if (!(speed > 0) || speed > fastest) throw new Error(`Time cannot pass ×${String(speed)}.`);
      clock.setSpeed(speed);
    },
    google: () => googleView(workspace),
    act: (act) => actAtGoogle(workspace, act),
    close,
  };
  return session;
}

/** What happens when somebody opens the spreadsheet: onOpen runs and builds the menu. */
async function opened(session: Session, surfaces: Surfaces): Promise<void> {
  await session.run('onOpen', [], 'open').catch((error: unknown) => {
    surfaces.report(error instanceof Error ? error.message : String(error));
  });
}

async function ran(desk: Desk, name: string, call: Promise<unknown>): Promise<unknown> {
  desk.running.push(name);
  try {
    return await call;
  } finally {
    desk.running.splice(desk.running.indexOf(name), 1);
  }
}

function selectionOf({ host: { state } }: Desk): string {
  return JSON.stringify(frontOf(state));
}

/** How often a script has moved the selection until now. */
function jumpsOf(desk: Desk): number {
  const now = selectionOf(desk);
  if (now !== desk.selection) desk.jumps += 1;
  desk.selection = now;
  return desk.jumps;
}
