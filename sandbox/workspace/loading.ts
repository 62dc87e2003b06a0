import type { Account, State } from './state';

/** What is handed on while a tenant file is loaded. */

/** Where loading has got to. */
export interface Loading {
  readonly state: State;
  readonly now: number;
}

/** The same within one account. */
export interface Place extends Loading {
  readonly account: Account;
}

/** Stops the loading of a tenant file, naming the field and what is wrong with it. */
export function loadFailure(where: string, says: string): never {
  throw new Error(`Tenant file: ${where} ${says}.`);
}
