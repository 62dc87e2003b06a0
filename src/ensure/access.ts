import { ask, send, together, type Procedure } from '../engine/procedure';
import { Refusal, type Request } from '../engine/request';
import { shownValue, type Words } from '../engine/words';
import { aspsFact, tokensFact } from '../google/access';
import type { Person } from './person';

/** What lets applications and devices into somebody's account (Directory API "Manage security settings"). */

/** Shuts out every application that the person has let in. */
export function* revokeTokens(person: Person): Procedure<void> {
  const tokens = yield* ask(tokensFact(person.account, person.user.id));
  yield* together(
    ...tokens.map(({ clientId, displayText }) => {
      const what = shownValue(displayText || clientId);
      return revoke(of(person, 'directory.tokens.delete', { clientId }), {
        plan: 'shut out the application',
        what,
        many: 'shut applications out',
        done: `shut out the application ${what}`,
      });
    }),
  );
}

/** Takes every application password: they let mail programs in without a sign-in. */
export function* revokeAppPasswords(person: Person): Procedure<void> {
  const asps = yield* ask(aspsFact(person.account, person.user.id));
  yield* together(
    ...asps.map(({ codeId, name }) => {
      const what = shownValue(name || codeId);
      return revoke(of(person, 'directory.asps.delete', { codeId }), {
        plan: 'revoke the application password',
        what,
        many: 'revoke application passwords',
        done: `revoked the application password ${what}`,
      });
    }),
  );
}

function of({ account, user, name }: Person, op: string, which: Readonly<Record<string, string>>): Request {
  return { op, account, params: { userKey: user.id, ...which }, named: { userKey: name } };
}

/** One that is not there any more is as good. */
function* revoke(request: Request, words: Words): Procedure<void> {
  try {
    yield* send(request, words);
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.status !== 404) throw refusal;
  }
}
