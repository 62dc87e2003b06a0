/** Secrets as tabs and their jobs take them: who holds one, and what may be asked of it. */

/** Secrets as tabs need them: values are handed on and never kept in a wish, a memory or a plan. */
export interface Secrets {
  digest(text: string): string;
  /** Secrets that were taken at a check, by row: in the keeping of whoever typed them. */
  readonly kept: {
    has(key: string): boolean;
    /** What requests call it: only a transport resolves the name. */
    nameOf(key: string): string;
    valueOf(key: string): string | undefined;
    take(key: string, value: string): void;
  };
  /** Digest of the cell that the password of an address came from in an earlier run. */
  usedBefore(run: string, address: string): string | undefined;
  readonly waiting: WaitingPasswords;
  /** Room for passwords that are to be handed off, in bytes. */
  readonly room: {
    left(): number;
    takes(person: Omit<PasswordOf, 'used'> & { readonly name: string; readonly used?: string }): number;
  };
  /** The passwords of the run under way; undefined in a check. */
  readonly passwords: RunPasswords | undefined;
}

/** Passwords of earlier runs that wait for hand-off by whoever works. */
export interface WaitingPasswords {
  has(address: string): boolean;
  /** Only for what is sent in this moment. */
  valueOf(address: string): string | undefined;
  /** It was handed off. */
  erase(address: string): void;
}

/** A password that a person gave: digest of its cell, and `value` only where it is clear text. */
export interface PasswordOf {
  readonly address: string;
  readonly used: string;
  readonly value?: string;
}

/** The passwords of a run. */
export interface RunPasswords {
  /** Takes what people gave, before it is sent. */
  take(given: readonly PasswordOf[]): void;
  /** Somebody of this name may be sent a password, which is to be handed off then. */
  expect(address: string, name: string): void;
  /** A password goes out to Google. */
  sending(address: string): void;
  /** Somebody has the password at Google. */
  has(address: string, userId: string): void;
  /** Somebody has not the password at Google and will not get it. */
  hasNot(address: string): void;
  /** Somebody has no password of ours at all, whatever a run that died may have sent. */
  deny(address: string): void;
  /** The digest of the cell that an address's password came from. */
  used(address: string): string | undefined;
  given(address: string): string | undefined;
  derive(address: string, generation: number): string;
}
