import type { IncomingMessage } from 'node:http';
import { Refused, jsonBody, requireOwnPage } from './gate';
import { editOf, googleActOf, textOf } from './incoming';
import type { Workbench } from './workbench';
import type { CallResult, MailView } from './wire';

/** The JSON API: what each address does. */

type Body = Readonly<Record<string, unknown>>;

/**
 * Answers a request to `/api/…`. Rejects with `Refused` for an unknown address and for what the server does not take.
 */
export async function answerApi(bench: Workbench, request: IncomingMessage, url: URL): Promise<unknown> {
  const name = url.pathname.slice('/api/'.length);
  if (request.method === 'GET' && Object.hasOwn(reads, name)) return reads[name]?.(bench, url, () => request.destroyed);
  if (request.method !== 'POST' || !Object.hasOwn(acts, name))
    throw new Refused(404, `There is no ${request.method ?? ''} ${url.pathname}.`);
  requireOwnPage(request);
  return (await acts[name]?.(bench, await jsonBody(request))) ?? {};
}

const reads: Readonly<Record<string, (bench: Workbench, url: URL, gone: () => boolean) => unknown>> = {
  state: (bench, url, gone) =>
    bench.feed.update(
      { era: url.searchParams.get('era') ?? '', version: Number(url.searchParams.get('since')) || 0 },
      gone,
    ),
  mails: ({ session }) => mailsOf(session.state.mails),
  google: ({ session }) => session.google(),
};

const acts: Readonly<Record<string, (bench: Workbench, body: Body) => unknown>> = {
  edit: ({ session }, body) => {
    const what = editOf(body);
    try {
      session.edit(what);
    } catch (error) {
      throw new Refused(409, messageOf(error));
    }
  },
  menu: async ({ session }, body) => {
    await inTheOpen(session, textOf(body, 'handler'));
  },
  rpc: ({ session }, body) => called(session, body),
  answer: ({ session }, body) => {
    session.surfaces.answer(Number(body['id']), { button: textOf(body, 'button'), text: textOf(body, 'text') });
  },
  close: ({ session }, body) => {
    session.surfaces.close(Number(body['serial']));
  },
  person: ({ session }, body) => session.become(textOf(body, 'email')),
  clock: ({ session }, body) => {
    session.setSpeed(Number(body['speed']));
  },
  example: (bench, body) => bench.open(textOf(body, 'name')),
  google: ({ session }, body) => ({ says: session.act(googleActOf(body)) }),
  card: ({ session }, body) => cardOf(session, body),
};

type Session = Workbench['session'];

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Runs a menu function; its error goes to the red bar, as in Google Sheets. */
async function inTheOpen(session: Session, handler: string): Promise<void> {
  try {
    await session.run(handler, [], 'menu');
  } catch (error) {
    session.surfaces.report(messageOf(error));
  }
}

/** A call of google.script.run. Only functions that the browser may see can be named. */
async function called(session: Session, body: Body): Promise<CallResult> {
  const name = textOf(body, 'name');
  const args = body['args'];
  if (!Array.isArray(args)) throw new Refused(400, 'args has to be a list.');
  if (!session.functions.includes(name))
    return { ok: false, name: 'TypeError', message: `google.script.run.${name} is not a function` };
  return settled(session.run(name, args, 'sidebar'));
}

async function settled(call: Promise<unknown>): Promise<CallResult> {
  try {
    const value = await call;
    return value === undefined ? { ok: true } : { ok: true, value };
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    return { ok: false, name, message };
  }
}

/** The homepage card, or what a button on it leads to. */
function cardOf(session: Session, body: Body): Promise<CallResult> {
  const action = body['action'];
  if (action === undefined) return settled(session.run('onHomepage', [{}], 'card'));
  if (typeof action !== 'object' || action === null) throw new Refused(400, 'action has to be an object.');
  const { functionName, parameters } = action as Body;
  return settled(session.run(String(functionName), [{ parameters: parameters ?? {} }], 'card'));
}

function mailsOf(mails: Session['state']['mails']): MailView[] {
  return [...mails].reverse().map(({ at, from, to, subject, body }) => ({ at, from, to, subject, body }));
}
