import { isObject } from '../../engine/request';
import { Shares } from '../keeping/shares';
import { userStore } from '../keeping/stores';

/** What the vault keeps, in the runner's own user properties: for each run its secret, and its people by address. */

/** A run with its secret. A person may have the script on several spreadsheets: each minds its own runs. */
export interface RunSecret {
  readonly secret: string;
  /** When its plan was approved, RFC 3339; until then, when it was checked. */
  readonly since: string;
  readonly spreadsheet: string;
  /** A slice of it is at work, or died. */
  readonly atWork?: boolean;
  /** A slice of it died: what it did not live to note is not known. */
  readonly died?: boolean;
}

/** Says how far a password has come: it may be sent, it was sent and no answer tells more, or Google has it. */
export type Stage = 'approved' | 'sent' | 'made';

/**
 * One person of a run. `none`: nothing is to be handed off. `used`: digest of the cell that a given password came from;
 * `given`: itself, where it is clear text.
 */
export interface Person {
  readonly waits: Stage | 'none';
  readonly name: string;
  /** The User ID of whoever has the password. */
  readonly id?: string;
  readonly used?: string;
  readonly given?: string;
}

/** Each run's secret is kept under this and its id. */
export const secretOf = 'vault:';

/** Whether that is a run with its secret, undamaged. */
export function isRunSecret(value: unknown): value is RunSecret {
  if (!isObject(value) || typeof value.since !== 'string') return false;
  return (
    typeof value.secret === 'string' && typeof value.spreadsheet === 'string' && !Number.isNaN(Date.parse(value.since))
  );
}

const waits: readonly Person['waits'][] = ['approved', 'sent', 'made', 'none'];

function isPerson(value: unknown): value is Person {
  return (
    isObject(value) &&
    waits.some((one) => one === value.waits) &&
    typeof value.name === 'string' &&
    [value.id, value.used, value.given].every((one) => one === undefined || typeof one === 'string')
  );
}

/** A User ID has 21 digits (Directory API, users); where it stands under its name, that and quotes are around it. */
const idLength = 21;
const namedId = 32;

const letters: Readonly<Record<Person['waits'], string>> = { approved: 'a', sent: 's', made: 'm', none: 'n' };

/** Thousands wait at a time, and a store is small: who gave nothing is a letter, the User ID and the name in a line. */
function shortOf({ waits: stage, name, id = '', used, given }: Person): string | undefined {
  return used === undefined && given === undefined && !id.includes(' ') ? `${letters[stage]}${id} ${name}` : undefined;
}

function personIn(text: string): Person | undefined {
  const [, letter = '', id = '', name = ''] = /^(.)(\S*) (.*)$/s.exec(text) ?? [];
  const stage = waits.find((one) => letters[one] === letter);
  return stage && { waits: stage, name, ...(id === '' ? {} : { id }) };
}

/** How a person is kept: shortly, or with what they gave, as older versions keep everybody. */
export const personKept = {
  read: (value: unknown): Person | undefined => {
    if (typeof value === 'string') return personIn(value);
    return isPerson(value) ? value : undefined;
  },
  write: (person: Person): unknown => shortOf(person) ?? person,
  spare: (person: Person): number => {
    if (person.id !== undefined) return 0;
    return shortOf(person) === undefined ? namedId : idLength;
  },
};

/** Everybody of a run, by address. */
export function peopleOf(run: string): Shares<Person> {
  return new Shares({ store: userStore(), prefix: `waits:${run}:` }, personKept);
}

/** Somebody has nothing to be handed off any more; where a given password came from is known as long as the run is. */
export function leave(people: Shares<Person>, address: string): void {
  const used = people.get(address)?.used;
  if (used === undefined) people.remove(address);
  else people.change(address, { waits: 'none', name: '', used });
}

/** Nobody of these waits for a password of this run any more. */
export function leaveAll(run: string, addresses: Iterable<string>): void {
  const people = peopleOf(run);
  for (const address of addresses) leave(people, address);
  people.save();
}
