import { createHash } from 'node:crypto';
import type { TestDesk } from '../sandbox-desk';
import { hashOf } from './shop';

/** What tests ask of passwords: where they stand, and whether Google has them. */

/**
 * Where a text stands in anything that outlives an execution, that anybody sees, or that Google was sent in the open.
 */
export function placesOf(desk: TestDesk, secret: string): readonly string[] {
  const { sheets, properties, cache, mails, triggers } = desk.host.state;
  const parts: Readonly<Record<string, unknown>> = {
    sheets,
    cache,
    mails,
    triggers,
    document: properties.document,
    script: properties.script,
    logs: desk.host.logs,
    shown: desk.host.shown,
    failures: desk.host.failures,
    requests: desk.workspace.log,
    tenant: desk.tenant(),
    ...Object.fromEntries(Object.entries(properties.users).map(([who, values]) => [`user ${who}`, values])),
  };
  return Object.entries(parts)
    .filter(([, part]) => JSON.stringify(part).includes(secret))
    .map(([name]) => name);
}

/** Whether a password is the one that Google has. */
export function expectAtGoogle(
  desk: TestDesk,
  { email, password }: { readonly email: string; readonly password: string },
): void {
  const hash = hashOf(desk, email);
  if (!('salt' in hash)) throw new Error(`${email} has a hash that was given.`);
  expect(
    createHash('sha256')
      .update(hash.salt + password, 'utf8')
      .digest('hex'),
  ).toBe(hash.sha256);
}

export function handedOff(desk: TestDesk, email: string): string {
  const found = desk.handOff().find((one) => one.email === email);
  if (!found) throw new Error(`No password of ${email} waits.`);
  return found.password;
}
