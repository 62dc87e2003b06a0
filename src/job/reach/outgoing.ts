import { ports } from '../ports';
import { noAnswer, Refusal, type Answer, type JsonObject, type Request, type Transport } from '../../engine/request';
import { Scrubber } from '../../engine/scrub';
import { withSecrets, type Secrets } from '../../engine/secrets';
import type { NewAccounts } from '../../google/new-accounts';
import { isNewAccount } from '../../google/new-accounts';
import { passwordMark } from '../../tabs/users/mails/words';
import type { Carrier } from './carrier';

/** What leaves this script: requests with Google's ids in the place of names from plans, and mails. */

/** A carrier that knows the accounts of this run, and carries mails too. */
export function outgoing(
  carrier: Carrier,
  accounts: NewAccounts,
  secrets: Secrets,
): Transport & { readonly width: number } {
  return {
    get width() {
      return carrier.width;
    },
    sendAll: (requests) => {
      const calls = requests.filter((request) => request.op !== mailSend).map((request) => withIds(request, accounts));
      const answers = calls.length ? [...sendKnown(calls, (known) => carrier.sendAll(known))] : [];
      return requests.map((request) =>
        request.op === mailSend ? sendMail(request, secrets) : (answers.shift() ?? noAnswer(request.op)),
      );
    },
    sendBatch: (requests) =>
      sendKnown(
        requests.map((request) => withIds(request, accounts)),
        (known) => carrier.sendBatch(known),
      ),
  };
}

/** The same, noting which operations Google carried out. */
export function noting(to: ReturnType<typeof outgoing>, carriedOut: Set<string>): ReturnType<typeof outgoing> {
  const noted = (requests: readonly Request[], answers: readonly Answer[]): readonly Answer[] => {
    requests.forEach(({ op }, at) => {
      if (answers[at] && 'value' in answers[at]) carriedOut.add(op);
    });
    return answers;
  };
  return {
    get width() {
      return to.width;
    },
    sendAll: (requests) => noted(requests, to.sendAll(requests)),
    sendBatch: (requests) => noted(requests, to.sendBatch(requests)),
  };
}

const mailSend = 'mail.send';

function withIds(request: Request, accounts: NewAccounts): Request {
  const params = Object.fromEntries(
    Object.entries(request.params).map(([name, value]) => [name, accounts.idOf(value)]),
  );
  return { ...request, account: accounts.idOf(request.account), params };
}

/** What is about an account that does not exist is not sent: Google would not know the name that plans have for it. */
function sendKnown(
  requests: readonly Request[],
  send: (known: readonly Request[]) => readonly Answer[],
): readonly Answer[] {
  const isKnown = (request: Request): boolean => !Object.values(request.params).some(isNewAccount);
  const known = requests.filter(isKnown);
  const answers = known.length ? [...send(known)] : [];
  return requests.map((request) =>
    isKnown(request)
      ? (answers.shift() ?? noAnswer(request.op))
      : { refusal: new Refusal(404, 'notFound', { message: 'The account is not there yet.', op: request.op }) },
  );
}

/**
 * A mail, with the password that it names in the place of its mark. The platform says with nothing but text why it did
 * not take one.
 */
function sendMail(request: Request, secrets: Secrets): Answer {
  const { op, params, body } = request;
  const scrubber = new Scrubber([request]);
  const usedUp = { refusal: new Refusal(403, 'mailQuota', { message: 'The mails of today are used up.', op }) };
  if (ports().mail.left() < 1) return usedUp;
  try {
    ports().mail.send(
      params.to ?? '',
      params.subject ?? '',
      textIn(withSecrets(body ?? {}, scrubber.resolving(secrets))),
    );
    return { value: undefined };
  } catch (error) {
    // Others send mails of the same person's meanwhile.
    if (ports().mail.left() < 1) return usedUp;
    return {
      refusal: new Refusal(400, 'mailRefused', {
        message: error instanceof Error ? scrubber.text(error.message) : 'The mail was not taken.',
        op,
      }),
    };
  }
}

function textIn({ text, password }: JsonObject): string {
  if (typeof text !== 'string') return '';
  return typeof password === 'string' ? text.split(passwordMark).join(password) : text;
}
