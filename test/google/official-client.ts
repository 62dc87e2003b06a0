import { admin_directory_v1 } from 'googleapis/build/src/apis/admin/directory_v1';
import { licensing_v1 } from 'googleapis/build/src/apis/licensing/v1';
import { reseller_v1 } from 'googleapis/build/src/apis/reseller/v1';

/** Google's official client with its wire cut: what it would have sent is given back instead. */

/** What the client would have sent. */
export interface Sent {
  readonly verb: string;
  readonly url: string;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

type Method = (this: unknown, params: Readonly<Record<string, unknown>>) => Promise<unknown>;

/**
 * Calls an operation by its discovery id. Rejects as the client does, for instance when a required parameter is
 * missing.
 */
export async function callOfficially(id: string, params: Readonly<Record<string, unknown>>): Promise<Sent> {
  const sent: Sent[] = [];
  const auth = {
    request: (options: {
      method: string;
      url: URL | string;
      params?: Sent['query'];
      data?: unknown;
    }): Promise<unknown> => {
      sent.push({ verb: options.method, url: String(options.url), query: options.params ?? {}, body: options.data });
      return Promise.resolve({ data: {}, status: 200, headers: new Headers(), config: {} });
    },
  };
  const { owner, method } = find(id, auth);
  await method.call(owner, params);
  const [only] = sent;
  if (!only || sent.length !== 1) throw new Error(`${id} sent ${sent.length} requests.`);
  return only;
}

/** The client takes anything with `request` for its authority; its declared types name Google's own classes only. */
function find(id: string, auth: object): { owner: unknown; method: Method } {
  const [api = '', ...path] = id.split('.');
  const options = { auth: auth as never };
  const clients: Readonly<Record<string, () => unknown>> = {
    directory: () => new admin_directory_v1.Admin(options),
    licensing: () => new licensing_v1.Licensing(options),
    reseller: () => new reseller_v1.Reseller(options),
  };
  let owner: unknown;
  let next: unknown = clients[api]?.();
  for (const name of path) {
    owner = next;
    next = isRecord(owner) ? owner[name] : undefined;
  }
  if (typeof next !== 'function') throw new Error(`The official client has no ${id}.`);
  return { owner, method: next as Method };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
