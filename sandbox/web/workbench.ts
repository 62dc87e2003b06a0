import { Refused } from './gate';
import type { Feed } from './feed';
import { openFeed } from './feed';
import { headOf } from './head';
import type { Session } from './session';

/** What the server serves: one session at a time, and the examples it can be opened with. */
export interface Workbench {
  readonly session: Session;
  readonly feed: Feed;
  /** Opens an example afresh; what was open is closed. Rejects for a name that is none. */
  open(example: string): Promise<void>;
  close(): Promise<void>;
}

/** How sessions are made. */
export interface Workshop {
  readonly examples: readonly string[];
  openSession(example: string): Session;
}

/** Opens a workbench with an example. Throws for a name that is none. */
export function openWorkbench(workshop: Workshop, example: string): Workbench {
  const opened = (name: string) => {
    if (!workshop.examples.includes(name))
      throw new Refused(400, `There is no example "${name}". There are ${workshop.examples.join(', ')}.`);
    const session = workshop.openSession(name);
    return {
      session,
      feed: openFeed(session.era, () => ({
        head: headOf(session, workshop.examples),
        state: session.state,
        changes: session.changes,
      })),
    };
  };
  let current = opened(example);
  return {
    get session() {
      return current.session;
    },
    get feed() {
      return current.feed;
    },
    open: async (name) => {
      const next = opened(name);
      const old = current.session;
      current = next;
      await old.close();
    },
    close: () => current.session.close(),
  };
}
