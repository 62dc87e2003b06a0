import { Refusal } from '../../src/engine/request';
import { allOperations } from '../../src/google/operations';
import {
  adminCannotUnsuspend,
  autoLicenceFixed,
  isDuplicate,
  isNotComplete,
  isNotFound,
  isRateRefusal,
  isSeatLimit,
  isTransient,
  licenceAlreadyThere,
  licenceOtherSku,
  noLicencesLeft,
  orgUnitExists,
  retryDelay,
  retryKind,
  roleAssignmentExists,
  type RetryAsk,
} from '../../src/google/retry';
import { errorRows, type ErrorRow } from './error-rows';

function ask(
  row: Pick<ErrorRow, 'op' | 'status' | 'reason' | 'text'>,
  more: Partial<RetryAsk> & { readonly retryAfterSeconds?: number } = {},
): RetryAsk {
  const { retryAfterSeconds, ...rest } = more;
  const refusal = new Refusal(row.status, row.reason, {
    message: row.text,
    op: row.op,
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  });
  return { refusal, op: row.op, attempt: 0, isNew: false, random: () => 0, ...rest };
}

function waits(
  row: Pick<ErrorRow, 'op' | 'status' | 'reason' | 'text'>,
  more: Partial<RetryAsk> = {},
): readonly number[] {
  const all: number[] = [];
  for (let attempt = 0; attempt < 50; attempt++) {
    const delay = retryDelay(ask(row, { ...more, attempt }));
    if (delay === undefined) return all;
    all.push(delay);
  }
  throw new Error('It is tried for ever.');
}

const busy = {
  op: 'directory.users.get',
  status: 503,
  reason: 'backendError',
  text: 'Service unavailable. Please try again',
};
const notComplete = {
  op: 'directory.users.makeAdmin',
  status: 412,
  reason: 'conditionNotMet',
  text: 'User creation is not complete.',
};
const silence = { status: 0, reason: 'noAnswer', text: 'No answer came.' };
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

describe('every documented refusal', () => {
  test.each(errorRows.map((row) => [row.op, row.status, row.reason, row.text, row] as const))(
    '%s %d %s "%s" is retried as documented',
    (...[, , , , row]) => {
      expect(retryKind(ask(row))).toBe(row.retry);
      expect(retryDelay(ask(row)) === undefined).toBe(row.retry === 'never');
    },
  );

  test('is final in the end, within about two minutes of waiting', () => {
    for (const row of errorRows) expect(sum(waits(row, { random: () => 0.5 }))).toBeLessThan(130_000);
  });
});

describe('the pauses', () => {
  test('grow as the limits page of the Directory API says', () => {
    expect(waits(busy)).toEqual([1000, 2000, 4000, 8000, 16000]);
  });

  test('begin at five seconds for License Manager and the Reseller API', () => {
    expect(waits({ ...busy, op: 'licensing.licenseAssignments.get' })).toEqual([5000, 10000, 20000, 40000]);
    expect(waits({ ...busy, op: 'reseller.subscriptions.list', status: 429, reason: 'quotaExceeded' })).toEqual([
      5000, 10000, 20000, 40000, 40000,
    ]);
  });

  test('have up to a second of chance in them', () => {
    expect(retryDelay(ask(busy, { random: () => 0.25 }))).toBe(1250);
  });

  test('last two minutes for what Google has still to spread', () => {
    expect(sum(waits(notComplete))).toBe(120_000);
  });

  test('are as long as Google asks, unless that is too long for a row', () => {
    expect(retryDelay(ask(busy, { retryAfterSeconds: 30 }))).toBe(30_000);
    expect(retryDelay(ask(busy, { retryAfterSeconds: 1, attempt: 3 }))).toBe(8000);
    expect(retryDelay(ask(busy, { retryAfterSeconds: 3600 }))).toBeUndefined();
  });

  test('are few where the fault may hide an answer', () => {
    expect(waits({ ...busy, op: 'directory.orgunits.insert', status: 500 })).toHaveLength(2);
    expect(waits({ ...busy, op: 'licensing.licenseAssignments.insert', status: 500 })).toHaveLength(3);
  });
});

describe('an object of this run', () => {
  const missing = {
    op: 'directory.roleAssignments.insert',
    status: 404,
    reason: 'notFound',
    text: 'Resource Not Found',
  };

  test('may be unknown for a while, one that was there before may not', () => {
    expect(retryKind(ask(missing, { isNew: true }))).toBe('later');
    expect(retryKind(ask(missing))).toBe('never');
    expect(
      retryKind(
        ask(
          {
            ...missing,
            op: 'licensing.licenseAssignments.insert',
            status: 400,
            reason: 'invalid',
            text: 'Invalid value: userId',
          },
          { isNew: true },
        ),
      ),
    ).toBe('later');
  });

  test('is not waited for when a field is wrong, it exists, or no seat is left', () => {
    const refused = (status: number, reason: string, text: string): string =>
      retryKind(ask({ op: 'directory.users.insert', status, reason, text }, { isNew: true }));
    expect(refused(400, 'invalid', 'Invalid Given/Family Name: FamilyName')).toBe('never');
    expect(refused(400, 'invalid', 'Invalid Password')).toBe('never');
    expect(refused(409, 'duplicate', 'Entity already exists.')).toBe('never');
    expect(refused(412, 'limitExceeded', 'Domain user limit reached.')).toBe('never');
    expect(refused(403, 'forbidden', 'Not Authorized')).toBe('never');
  });

  test('that is an account may be forbidden ground at first', () => {
    const refused = { op: 'directory.customers.patch', status: 403, reason: 'forbidden', text: 'Not Authorized' };
    expect(retryKind(ask(refused, { isNew: true }))).toBe('later');
    expect(retryKind(ask(refused))).toBe('never');
  });
});

describe('a request that nobody answered', () => {
  const repeated = (op: string, more: Partial<RetryAsk> = {}): boolean =>
    retryKind(ask({ op, ...silence }, more)) !== 'never';

  test('is sent again where that does no harm, and only there', () => {
    const again = Object.keys(allOperations()).filter((op) => repeated(op));
    const reads = Object.entries(allOperations())
      .filter(([, operation]) => operation.verb === 'GET')
      .map(([op]) => op);
    expect(again).toEqual(expect.arrayContaining(reads));
    expect(again.filter((op) => !reads.includes(op)).sort()).toEqual([
      'directory.asps.delete',
      'directory.customers.patch',
      'directory.groups.delete',
      'directory.groups.insert',
      'directory.groups.patch',
      'directory.members.delete',
      'directory.members.insert',
      'directory.members.patch',
      'directory.orgunits.insert',
      'directory.roleAssignments.delete',
      'directory.roleAssignments.insert',
      'directory.roles.insert',
      'directory.tokens.delete',
      'directory.users.aliases.delete',
      'directory.users.aliases.insert',
      'directory.users.delete',
      'directory.users.insert',
      'directory.users.makeAdmin',
      'directory.users.signOut',
      'directory.users.update',
      'licensing.licenseAssignments.delete',
      'licensing.licenseAssignments.insert',
      'reseller.customers.patch',
    ]);
  });

  test('is sent again for a domain customer, never for a team, an order or a mail', () => {
    expect(repeated('reseller.customers.insert', { body: { customerType: 'domain' } })).toBe(true);
    expect(repeated('reseller.customers.insert', { body: { customerType: 'team' } })).toBe(false);
    expect(repeated('reseller.customers.insert')).toBe(false);
    expect(repeated('reseller.subscriptions.insert')).toBe(false);
    expect(repeated('mail.send')).toBe(false);
  });

  test('a team or a mail is not repeated after a fault either, an order only where Google says it was not taken', () => {
    const fault = (op: string, status: number, body?: RetryAsk['body']): string =>
      retryKind(ask({ ...busy, op, status }, body ? { body } : {}));
    expect(fault('reseller.customers.insert', 503, { customerType: 'team' })).toBe('never');
    expect(fault('reseller.customers.insert', 503, { customerType: 'domain' })).toBe('soon');
    expect(fault('mail.send', 500)).toBe('never');
    expect(fault('reseller.subscriptions.insert', 500)).toBe('never');
    expect(fault('reseller.subscriptions.insert', 429)).toBe('soon');
  });
});

describe('the questions that procedures ask', () => {
  const questions: readonly (readonly [
    name: string,
    question: (refusal: Refusal) => boolean,
    meanings: readonly string[],
  ])[] = [
    [
      'isDuplicate',
      isDuplicate,
      [
        'addressTaken',
        'aliasTaken',
        'renameTaken',
        'restoreTaken',
        'roleNameTaken',
        'customerExists',
        'groupTaken',
        'orderedAlready',
        'licenceHeld',
        'roleGiven',
        'otherTaken',
      ],
    ],
    [
      'isNotFound',
      isNotFound,
      [
        'noUser',
        'noDomain',
        'noList',
        'noOrgUnit',
        'noCustomer',
        'noRole',
        'licenceAbsent',
        'licenceNobody',
        'memberUnknown',
        'customerUnknown',
        'subscriptionUnknown',
      ],
    ],
    ['isNotComplete', isNotComplete, ['notComplete']],
    ['isSeatLimit', isSeatLimit, ['seatLimit']],
    [
      'isRateRefusal',
      isRateRefusal,
      ['tooFast', 'accountBusy', 'orderingTooFast', 'creatingTooFast', 'scriptTooFast', 'licenceFault', 'resellerBusy'],
    ],
    ['roleAssignmentExists', roleAssignmentExists, ['roleGiven']],
    ['licenceAlreadyThere', licenceAlreadyThere, ['licenceHeld']],
    ['licenceOtherSku', licenceOtherSku, ['licenceOtherSku']],
    ['noLicencesLeft', noLicencesLeft, ['noLicencesLeft']],
    ['autoLicenceFixed', autoLicenceFixed, ['autoLicenceSwitch', 'autoLicenceRemoval']],
    ['orgUnitExists', orgUnitExists, ['orgUnitThere']],
    ['adminCannotUnsuspend', adminCannotUnsuspend, ['suspendedByGoogle']],
  ];

  test.each(questions)('%s is yes for its meanings only', (_, question, meanings) => {
    const yes = errorRows
      .filter(({ status, reason, text, op }) => question(new Refusal(status, reason, { message: text, op })))
      .map((row) => row.meaning);
    expect([...new Set(yes)].sort()).toEqual([...meanings].sort());
  });

  test('isTransient is no for answers with 5xx that mean something else', () => {
    expect(isTransient(new Refusal(500, '', { message: 'Role assignment exists: roleId 1' }))).toBe(false);
    expect(isTransient(new Refusal(500, '', { message: 'Operation not supported' }))).toBe(false);
    expect(isTransient(new Refusal(500, 'backendError', { message: 'Backend Error' }))).toBe(true);
    expect(isTransient(new Refusal(504, '', { message: '' }))).toBe(true);
  });

  test("Google's newer names for reasons are understood", () => {
    expect(isDuplicate(new Refusal(400, 'ALREADY_EXISTS', { message: '' }))).toBe(true);
    expect(isNotFound(new Refusal(400, 'NOT_FOUND', { message: '' }))).toBe(true);
    expect(isRateRefusal(new Refusal(400, 'RESOURCE_EXHAUSTED', { message: '' }))).toBe(true);
    expect(isTransient(new Refusal(200, 'UNAVAILABLE', { message: '' }))).toBe(true);
  });
});
