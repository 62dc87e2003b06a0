import type { Envelope, Server } from '../job/wire';

/** An answer that says no. */
export type Failure = Extract<Envelope<never>, { ok: false }>;

/**
 * Calls a function of the server. Never rejects: failures of the wire come back as a failure too, with a code that
 * begins with `wire`.
 */
export type Call = <N extends keyof Server>(
  name: N,
  ...args: Parameters<Server[N]>
) => Promise<ReturnType<Server[N]> | Failure>;

/** Google's client API as far as the sidebar uses it (Apps Script guide "Client-to-server communication"). */
interface Runner {
  withSuccessHandler(handler: (value: unknown) => void): Runner;
  withFailureHandler(handler: (error: unknown) => void): Runner;
}
interface GoogleScript {
  readonly run: Runner;
  readonly host?: { readonly editor?: { focus?(): void } };
}

/** An execution ends after six minutes (Apps Script quotas page), so after seven no answer will come. */
const longest = 7 * 60_000;
/** Progress is a short look; a later one is as good. */
const longestLook = 30_000;

/** A failure of the wire itself. */
export function wireFailure(failure: Omit<Failure, 'ok'>): Failure {
  return { ok: false, ...failure };
}

const noScript = wireFailure({
  code: 'wire.noScript',
  message: 'This page is not connected to a spreadsheet.',
  remedy: 'Open it in the spreadsheet from the menu Seatsheet › Open Seatsheet.',
  retryable: false,
});
const noValue = wireFailure({
  code: 'wire.noValue',
  message: 'The script finished without an answer.',
  remedy: 'Try again. If it stays so, close the sidebar and open it again from the Seatsheet menu.',
  retryable: true,
});
const noAnswer = wireFailure({
  code: 'wire.noAnswer',
  message: 'No answer came in the time that Google gives a script.',
  remedy: 'Nothing is lost. Try again.',
  retryable: true,
});

interface Cause {
  readonly pattern: RegExp;
  readonly failure: Omit<Failure, 'ok'>;
}

const tooLong: Cause = {
  pattern: /maximum execution time/i,
  failure: {
    code: 'wire.tooLong',
    message: 'The last step took longer than Google gives a script.',
    remedy: 'Nothing is lost: it goes on where it stopped.',
    retryable: true,
  },
};

const appAccess = 'Admin console › Security › Access and data control › API controls › App access control';

/** Causes of an exception that we can name, by what stands in Google's text. */
const known: readonly Cause[] = [
  {
    pattern: /admin_policy_enforced|access_denied|org_internal|access blocked|app is blocked/i,
    failure: {
      code: 'wire.appBlocked',
      message: 'Your organisation does not let Seatsheet use its data at Google.',
      remedy:
        'A super administrator of your account sets the script to Trusted, or trusts internal apps where the spreadsheet is your account’s own: ' +
        appAccess +
        '. Or ask whoever invited you for a copy of your rows.',
      retryable: false,
    },
  },
  {
    pattern: /hasn.t verified this app/i,
    failure: {
      code: 'wire.notVerified',
      message: 'Google has not verified this script, and nobody told it to go on.',
      remedy:
        'If you know who may edit the script: choose the menu entry again, then Advanced › Go to Seatsheet, and tick every permission. Or ask whoever invited you for a copy of your rows, for a spreadsheet that your account owns.',
      retryable: false,
    },
  },
  {
    pattern: /PERMISSION_DENIED|permission|authori[sz]ation is required|not authori[sz]ed/i,
    failure: {
      code: 'wire.permission',
      message: 'Google did not let the sidebar call its script.',
      remedy:
        'Signed in to several Google accounts in this browser? Then Google mixes them up: open the spreadsheet in a browser profile or private window with one account. Otherwise reload the spreadsheet and allow what Seatsheet asks for.',
      retryable: false,
    },
  },
  tooLong,
  {
    pattern: /NetworkError|HTTP 0|connection failure|offline/i,
    failure: {
      code: 'wire.offline',
      message: 'The connection to Google was lost.',
      remedy: 'Look whether you are online, then try again. A run goes on by itself meanwhile.',
      retryable: true,
    },
  },
];

/** An execution that failed after so long ran out of its six minutes, whatever language Google says it in. */
const allItsTime = 350_000;

/** What an exception on the way means, in words. `took`: milliseconds from the call to the exception. */
export function explain(error: unknown, took = 0): Failure {
  const text = error instanceof Error ? error.message : String(error);
  const cause = took >= allItsTime ? tooLong : known.find(({ pattern }) => pattern.test(text));
  if (cause) return wireFailure(cause.failure);
  return wireFailure({
    code: 'wire.exception',
    message: 'The script stopped with an error: ' + text,
    // Google's text is in the person's language. What runs answers with an envelope, so most likely nothing ran.
    remedy:
      'Try again. If it stays so: choose a menu entry of Seatsheet once more and allow everything that Google asks for; with several Google accounts in this browser, open the spreadsheet in a private window with one of them; where Google says that the app is blocked, a super administrator trusts it: ' +
      appAccess +
      '. The details are in the script editor under Executions.',
    retryable: true,
  });
}

function isEnvelope(value: unknown): value is { readonly ok: boolean } {
  return typeof value === 'object' && value !== null && 'ok' in value && typeof value.ok === 'boolean';
}

function googleScript(): GoogleScript | undefined {
  return (globalThis as { google?: { script?: GoogleScript } }).google?.script;
}

function send(name: keyof Server, args: readonly unknown[]): Promise<unknown> {
  return new Promise((resolve) => {
    const script = googleScript();
    if (!script) return resolve(noScript);
    const began = Date.now();
    const runner = script.run
      .withSuccessHandler(resolve)
      .withFailureHandler((error) => resolve(explain(error, Date.now() - began)));
    // Google makes a method for each top-level function of the script.
    const methods = runner as Runner & Partial<Record<string, (...sent: readonly unknown[]) => void>>;
    if (typeof methods[name] !== 'function')
      return resolve(explain(new Error(name + ' is not in the script. Deploy Seatsheet again.')));
    methods[name](...args);
  });
}

const within = (milliseconds: number) =>
  new Promise<Failure>((resolve) => {
    setTimeout(() => resolve(noAnswer), milliseconds);
  });

/** Calls the server through google.script.run. */
export const callServer: Call = async (name, ...args) => {
  type Answer = ReturnType<Server[typeof name]>;
  try {
    const limit = name === 'getProgress' ? longestLook : longest;
    const answer = await Promise.race([send(name, args), within(limit)]);
    // The type stands in wire.ts and both sides are built from it; what can be checked here is that an envelope came.
    return isEnvelope(answer) ? (answer as Answer) : noValue;
  } catch (error) {
    return explain(error);
  }
};

/** Gives the keyboard back to the grid, so that the person can type into the cell that was just selected. */
export function focusGrid(): void {
  googleScript()?.host?.editor?.focus?.();
}
