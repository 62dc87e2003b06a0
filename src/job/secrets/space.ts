import { defined } from '../../engine/defined';
import type { Secrets } from '../../tabs/secrets';
import { jsonOf, userStore } from '../keeping/stores';
import { storeSize } from '../platform-refusals';
import { personKept } from './run-people';

/** How many first passwords the vault can still take. In bytes. */

/** What a run keeps beside passwords: its secret, transfer tokens, notes of what must not be repeated. */
const beside = 25 * 1024;
/** Entries go in shares of 8,000 characters, each under a name, with a gap at its end. */
const shares = 1.05;

/**
 * The room as it was when this execution first looked; whether Google counts bytes or characters is not said: bytes.
 */
export const passwordSpace: Secrets['room'] = {
  left: () => Math.max(0, storeSize - beside - userStore().size()),
  takes: ({ address, name, used, value }) => {
    const gave = { ...defined({ used, given: value }) };
    const person = { waits: 'approved', name, ...gave } as const;
    const entry = jsonOf([address, personKept.write(person)]);
    return Math.ceil((entry.length + 1 + personKept.spare(person)) * shares);
  },
};
