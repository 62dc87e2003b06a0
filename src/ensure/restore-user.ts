import { Blocked } from '../engine/outcome';
import { ask, confirm, pause, send, type Procedure } from '../engine/procedure';
import { Refusal } from '../engine/request';
import { consoles } from '../google/consoles';
import { deletedUsersFact, userFact } from '../google/facts';
import { ensureOrgUnit } from './org-unit';

/** Restoring somebody (Directory API "Manage users": by id, within 20 days). Licences and rights do not come back. */

/** Whom to restore, and where to. `email`: the address as the row has it. */
export interface ToRestore {
  readonly account: string;
  readonly email: string;
  readonly userId: string;
  readonly orgUnit: string;
}

/** Sees to it that a deleted user is there again. Throws Blocked where the 20 days are over or the address is taken. */
export function* restoreUser({ account, email, userId, orgUnit }: ToRestore): Procedure<void> {
  if (yield* ask(userFact(account, userId))) return;
  const deleted = (yield* ask(deletedUsersFact(account))).find(({ id }) => id === userId);
  if (!deleted)
    throw new Blocked(
      `${email} cannot be restored: Google keeps deleted people for 20 days, and has this one no longer.`,
      'To make a new account, clear the User ID cell and write the names.',
      { column: 'state' },
    );
  if (yield* ask(userFact(account, deleted.primaryEmail)))
    throw new Blocked(
      `${email} cannot be restored, because somebody else has the address ${deleted.primaryEmail} by now.`,
      `Rename or delete the person or alias that has it (${consoles.users.path}), then check this row again.`,
      { column: 'email' },
    );
  const domain = deleted.primaryEmail.slice(deleted.primaryEmail.indexOf('@') + 1);
  const orgUnitPath = yield* ensureOrgUnit({ account, domain }, orgUnit);
  yield* undelete({ account, email, userId, orgUnit: orgUnitPath });
}

function* undelete({ account, email, userId, orgUnit }: ToRestore): Procedure<void> {
  try {
    yield* send(
      {
        op: 'directory.users.undelete',
        account,
        params: { userKey: userId },
        body: { orgUnitPath: orgUnit },
        named: { userKey: `user:${email}`, orgUnitPath: orgUnit.toLowerCase() },
      },
      { plan: 'restore the user', values: [`org unit ${orgUnit}`], many: 'restore users', done: 'restored the user' },
    );
  } catch (refusal) {
    // An answer that was lost, or a second try of what was done: whoever is there was restored.
    if (!(refusal instanceof Refusal) || !(yield* confirm(userFact(account, userId)))) throw refusal;
  }
  yield* lookUntilThere(account, userId);
}

/** Milliseconds between looks: the guide speaks of up to a day for all that comes back, of nothing for the account. */
const looks: readonly number[] = [0, 2_000, 4_000, 8_000, 16_000];

function* lookUntilThere(account: string, userId: string): Procedure<void> {
  for (const milliseconds of looks) {
    if (milliseconds > 0) yield* pause(milliseconds);
    if (yield* confirm(userFact(account, userId))) return;
  }
}
