import type { CallResult, Edit, GoogleAct, GoogleView, MailView, Update } from '../wire';

/** The workbench's server, as the page calls it. Every function rejects with the server's sentence when it refuses. */

async function answer(response: Response): Promise<unknown> {
  const body: unknown = await response.json();
  if (response.ok) return body;
  const says = typeof body === 'object' && body !== null && 'error' in body ? String(body.error) : response.statusText;
  throw new Error(says);
}

const get = async (path: string) => answer(await fetch(path, { cache: 'no-store' }));
const post = async (path: string, body: unknown) =>
  answer(
    await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  );

/** What changed since a version; waits at the server until something does, or some seconds have passed. */
export const getUpdate = (era: string, since: number) =>
  get(`/api/state?era=${encodeURIComponent(era)}&since=${since}`) as Promise<Update>;

/** Does something to the cells. */
export const edit = (what: Edit) => post('/api/edit', what);

/** Runs a menu item's function; resolves when it has ended. */
export const runMenuItem = (handler: string) => post('/api/menu', { handler });

/** A `google.script.run` call. */
export const callScript = (name: string, args: unknown) => post('/api/rpc', { name, args }) as Promise<CallResult>;

/** Answers a standing alert or prompt. */
export const answerAsk = (id: number, button: string, text: string) => post('/api/answer', { id, button, text });

/** Closes the sidebar or the dialog. */
export const closeFrame = (serial: number) => post('/api/close', { serial });

/** Sits somebody else at the spreadsheet. */
export const signIn = (email: string) => post('/api/person', { email });

/** Sets how fast time passes. */
export const setSpeed = (speed: number) => post('/api/clock', { speed });

/** Starts an example afresh. */
export const openExample = (name: string) => post('/api/example', { name });

/** The mails sent so far, newest first. */
export const getMails = () => get('/api/mails') as Promise<readonly MailView[]>;

/** The homepage card as the script built it. */
export const getCard = () => post('/api/card', {}) as Promise<CallResult>;

/** Runs the function behind a button of the card. */
export const actOnCard = (action: unknown) => post('/api/card', { action }) as Promise<CallResult>;

/** A look inside the simulated Google. */
export const getGoogle = () => get('/api/google') as Promise<GoogleView>;

/** Does something inside the simulated Google; resolves with a sentence to show. */
export const actAtGoogle = (act: GoogleAct) => post('/api/google', act) as Promise<{ readonly says: string }>;
