import { Waiting } from '../engine/outcome';
import { ask, confirm, pause, send, type Procedure } from '../engine/procedure';
import { userFact } from '../google/facts';
import type { Person } from './person';

/** How often, and how far apart, Google is asked whether it has taken the rights in: reads lag behind writes. */
const readBacks = 6;
const pauseMilliseconds = 2_000;

/**
 * Makes a user super administrator and reads `isAdmin` back: makeAdmin answers with nothing (Directory API,
 * users.makeAdmin).
 */
export function* ensureSuperAdmin(person: Person): Procedure<void> {
  if (person.user.isAdmin) return;
  yield* send(
    {
      op: 'directory.users.makeAdmin',
      account: person.account,
      params: { userKey: person.user.id },
      body: { status: true },
      named: { userKey: person.name },
    },
    { plan: 'make super administrator', many: 'make super administrators', done: 'made super administrator' },
  );
  const fact = userFact(person.account, person.user.id);
  if ((yield* ask(fact))?.isAdmin) return;
  for (let attempt = 0; attempt < readBacks; attempt++) {
    if (attempt > 0) yield* pause(pauseMilliseconds);
    if ((yield* confirm(fact))?.isAdmin) return;
  }
  throw new Waiting(
    'Google accepted the super administrator rights but does not show them yet.',
    'Check this row again in a few minutes.',
  );
}

/** Withdraws the rights of a super administrator. Google shows that only some time after it has accepted it. */
export function* withdrawSuperAdmin({ account, user, name }: Person): Procedure<void> {
  if (!user.isAdmin) return;
  yield* send(
    {
      op: 'directory.users.makeAdmin',
      account,
      params: { userKey: user.id },
      body: { status: false },
      named: { userKey: name },
    },
    {
      plan: 'withdraw super administrator rights',
      many: 'withdraw super administrator rights',
      done: 'withdrew super administrator rights',
    },
  );
}
