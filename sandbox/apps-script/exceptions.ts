/** What the platform throws, on whichever side of the thread it happens. */

/** An exception of an Apps Script service. `details` mirrors Google's JSON error where an advanced service failed. */
export class PlatformError extends Error {
  override readonly name: string;

  constructor(
    message: string,
    readonly details?: unknown,
    name = 'Exception',
  ) {
    super(message);
    this.name = name;
  }
}

/** The execution is over and nothing of the script may run on: its time is up. Google's text for that. */
export class Terminated extends Error {
  override readonly name = 'Exception';

  constructor(message = 'Exceeded maximum execution time') {
    super(message);
  }
}

/** A member of Apps Script that the host does not have. */
export class NotSimulated extends Error {
  override readonly name = 'NotSimulated';

  constructor(member: string) {
    super(`${member} is not simulated`);
  }
}
