import type { HostState } from '../apps-script/host-state';
import { openTracker } from './tracker';
import type { Head, Update } from './wire';

/** Hands out what changed, and lets those wait who have seen everything. */

/** What there is to see at the moment. */
export interface Scene {
  readonly head: Head;
  readonly state: HostState;
  /** Grows with every change of the tabs: they are compared only when it has. */
  readonly changes: number;
}

/** One session's feed. */
export interface Feed {
  /** What is new since a version; waits for it for some seconds. `gone` tells that nobody waits any more. */
  update(since: { readonly era: string; readonly version: number }, gone: () => boolean): Promise<Update>;
}

const lookEvery = 150;
const waitAtMost = 10_000;

/** A feed of a scene. `era` names the session: who knows another one gets everything. */
export function openFeed(era: string, scene: () => Scene): Feed {
  const tracker = openTracker();
  let head = '';
  let compared = -1;

  const look = (): Scene => {
    const now = scene();
    if (now.changes !== compared) tracker.look(now.state);
    compared = now.changes;
    const { clock, ...rest } = now.head;
    const text = JSON.stringify([rest, clock.speed]);
    if (text !== head) tracker.bump();
    head = text;
    return now;
  };
  return {
    update: async (since, gone) => {
      const from = since.era === era ? since.version : 0;
      const until = Date.now() + waitAtMost;
      let now = look();
      while (tracker.version <= from && Date.now() < until && !gone()) {
        await new Promise((resolve) => setTimeout(resolve, lookEvery));
        now = look();
      }
      return { era, version: tracker.version, head: now.head, sheets: tracker.since(from) };
    },
  };
}
