import { createHmac } from 'node:crypto';
import type { Failure } from '../../sandbox/workspace/control';
import { encodings, escapes } from '../../sandbox/workspace/quoting';
import type { Tenant } from '../../sandbox/workspace/tenant';
import { derivePassword } from '../../src/engine/password';
import type { Request } from '../../src/engine/request';
import { openCarrier } from '../contracts/carriers';
import { boss, open as openReseller, order, someone, withOthers } from '../new-customers/reseller';
import type { TestDesk } from '../sandbox-desk';
import { admin, googleOf, open, person } from '../users/shop';
import { leaks, written } from './leaks';
import { someOf } from '../sweep';

/**
 * A Google whose errors quote passwords and tokens, and a platform whose errors quote URLs: none of it reaches a place
 * that outlives a request.
 */

/** The password that the last run made for an address: nobody but the vault of whoever ran can tell. */
function madeFor(desk: TestDesk, address: string): string {
  const vaults = Object.entries(desk.host.state.properties.users[admin] ?? {}).filter(([name]) => /^vault:/.test(name));
  const { secret } = JSON.parse(vaults[vaults.length - 1]?.[1] ?? '') as { readonly secret: string };
  const mac = (message: string): readonly number[] => [...createHmac('sha256', secret).update(message).digest()];
  return derivePassword({ address, generation: 0 }, mac);
}

const tokenOf = (who: string): string => `ya29.sandbox-${Buffer.from(who).toString('base64url')}`;

/** Enough people that errors are quoted in every form. */
const names = ['ann', 'bob', 'cec', 'dan', 'eve', 'fay', 'gus', 'hal', 'ida', 'jon', 'kim', 'lea'];
const given = (name: string): string => `Ge&"im'<${name}>+%41\\ 7`;
const refusals: readonly (readonly [string, Failure])[] = [
  ['invalid', { status: 400, reason: 'invalid', message: 'Invalid Password' }],
  ['without a known reason', { status: 400, reason: 'surprising', message: 'No.' }],
  ['forbidden', { status: 403, reason: 'forbidden', message: 'Forbidden' }],
  ['as a fault', { status: 500, reason: 'backendError', message: 'Error' }],
  ['as a conflict', { status: 409, reason: 'conflict', message: 'Conflict' }],
];

describe.each(['parallel', 'advanced'])('over the way %s', (transport) => {
  test.each(someOf(refusals, 2))('passwords that Google refuses and quotes (%s) stand nowhere', (_how, failure) => {
    const rows = names.map((name, at) => ({
      Email: `${name}@shop.example`,
      'First name': name,
      'Last name': 'Test',
      ...(at % 2 ? { Password: given(name) } : {}),
    }));
    const reset = { Email: 'old@shop.example', Password: given('old') };
    const more = { users: [person('old@shop.example', 'Old Test')] };
    const desk = open([...rows, reset], more, { switches: { errorsQuote: 'on' } });
    desk.host.state.properties.document['setting:transport'] = transport;
    desk.check();
    for (const op of ['directory.users.insert', 'directory.users.update'])
      googleOf(desk).control.failNext(op, failure, 200);
    desk.run();
    const passwords = names.map((name, at) => [
      `password of ${name}`,
      at % 2 ? given(name) : madeFor(desk, `${name}@shop.example`),
    ]);
    const cells = desk.rows().map(({ Password }) => Password);
    expect(cells.filter(Boolean).length).toBeGreaterThan(0);
    clearPasswords(desk);
    const secrets = { ...(Object.fromEntries(passwords) as Record<string, string>), token: tokenOf(admin) };
    expect(leaks(desk, { ...secrets, 'password of old': given('old') })).toEqual([]);
    expect(desk.google.refused().length).toBeGreaterThan(names.length);
  });

  test('the same password that goes through in the end stands nowhere but in the vault', () => {
    const rows = names.map((name) => ({ Email: `${name}@shop.example`, 'First name': name, 'Last name': 'Test' }));
    const desk = open(rows, {}, { switches: { errorsQuote: 'answersToo' } });
    desk.host.state.properties.document['setting:transport'] = transport;
    desk.check();
    const fault = { status: 503, reason: 'backendError', message: 'Service unavailable. Please try again' };
    googleOf(desk).control.failNext('directory.users.insert', fault, 12);
    desk.run();
    const waiting = desk.handOff();
    expect(waiting).toHaveLength(names.length);
    expect(leaks(desk, Object.fromEntries(waiting.map(({ email, password }) => [email, password])))).toEqual([]);
  });

  test.each([
    ['refuses', { status: 400, reason: 'surprising', message: 'No such token' }],
    ['does not answer, so that the platform quotes the URL', { status: 0 }],
  ])('a transfer token that Google %s stands nowhere', (_how, failure) => {
    const token = 'feed+0123/cafe=4567';
    const rows = {
      customers: [{ Domain: 'moved.example', 'Transfer token': token }],
      subscriptions: [order('moved.example', { Seats: '10' })],
      users: [someone('ann@moved.example')],
    };
    const desk = openReseller(rows, [withOthers('moved.example', {}, token)], { switches: { errorsQuote: 'on' } });
    desk.host.state.properties.document['setting:transport'] = transport;
    desk.check();
    googleOf(desk).control.failNext('reseller.subscriptions.insert', failure, 50);
    desk.run();
    expect(leaks(desk, { 'transfer token': token, token: tokenOf(boss) })).toEqual([]);
    expect(desk.workspace.log.filter(({ op }) => op === 'reseller.subscriptions.insert').length).toBeGreaterThan(0);
  });
});

/** What people typed stands in their own cells until it is used; that is theirs. */
function clearPasswords(desk: TestDesk): void {
  for (const { Email = '' } of desk.rows()) desk.type(Email, 'Password', '');
}

describe.each(['sendAdvanced', 'sendParallel', 'sendTogether'] as const)('what comes back by %s', (way) => {
  const tenant: Tenant = {
    signedInAs: admin,
    accounts: [
      {
        customer: { id: 'C0shop01', customerDomain: 'shop.example' },
        users: [person(admin, 'Ada Min', { isAdmin: true })],
      },
    ],
  };
  const insert: Request = {
    op: 'directory.users.insert',
    account: 'C0shop01',
    params: {},
    body: {
      primaryEmail: 'ann@shop.example',
      name: { givenName: 'Ann', familyName: 'Test' },
      password: { secret: 'password of ann' },
    },
  };
  // What the carriers of the contract suite resolve the name to.
  const secret = 'resolved password of ann';

  test.each([
    ['a value', undefined],
    ['a refusal', { status: 400, reason: 'invalid', message: 'Invalid' }],
    ['no answer', { status: 0 }],
  ])('has no secrets: %s', (_what, failure) => {
    for (let nth = 0; nth < escapes.length + encodings.length; nth++) {
      const carrier = openCarrier(way, tenant);
      carrier.workspace.control.setSwitch('errorsQuote', 'answersToo');
      for (let before = 0; before < nth; before++)
        carrier.workspace.handle({ method: 'GET', path: '/nothing', query: {}, as: admin });
      if (failure) carrier.workspace.control.failNext(insert.op, failure);
      const text = JSON.stringify(carrier.send(insert));
      for (const one of [...written(secret), ...written(tokenOf(admin))]) expect(text).not.toContain(one);
      expect(text).toMatch(failure?.status === 0 ? /refusal/ : /\*\*\*/);
    }
  });
});
