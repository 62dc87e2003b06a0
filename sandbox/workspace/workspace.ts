import { operations, type OperationId } from './operations';
import { actorFor } from './access';
import { Answered, type Context } from './context';
import { control, type Control } from './control';
import { bringBack } from './directory/returning';
import { errorReply, forbidden, Refused, type ErrorShape } from './errors';
import { drawFault, orderedFault, type Fault } from './faults';
import { selectFields } from './fields';
import { handlers } from './handlers';
import { asJson, isObject, type Json, type JsonObject } from './json';
import { loadTenant } from './load';
import { maskBody, maskParams } from './masks';
import { scopesOf } from './permits';
import type { Call, LoggedRequest, Reply, Workspace, WorkspaceOptions } from './port';
import { forgetPast } from './propagation';
import { quoteOf, quoting } from './quoting';
import { readQuotaChange, readQuotas, type Limits } from './limits';
import { admit, lanesOf } from './quotas';
import { match, nameOf } from './routes';
import { saveTenant } from './save';
import { unknownFields } from './schemas';
import type { State } from './state';
import { switchValue } from './switch-values';
import type { Tenant } from './tenant';

/** The simulated Google with the controls that only its own makers have. */
export interface SimulatedWorkspace extends Workspace {
  readonly control: Control;
}

/** Parameters that every method takes (discovery documents, `parameters`). */
const common = new Set([
  'alt',
  'fields',
  'prettyPrint',
  'quotaUser',
  'key',
  'access_token',
  'oauth_token',
  'callback',
  'userIp',
  'uploadType',
  'upload_protocol',
  '$.xgafv',
]);

const documentedCodes: Partial<Record<OperationId, number>> = {
  'directory.orgunits.insert': 201,
  'directory.users.aliases.insert': 201,
  'reseller.subscriptions.changePlan': 201,
  'reseller.subscriptions.changeSeats': 201,
  'reseller.subscriptions.changeRenewalSettings': 201,
  'reseller.subscriptions.startPaidService': 201,
};

const jsonHeaders = { 'content-type': 'application/json; charset=UTF-8' };

/**
 * Opens a simulated Google on a tenant. Throws for switches and quotas that do not exist and for a tenant that refers
 * to what is not there.
 */
export function openWorkspace(tenant: Tenant, options: WorkspaceOptions): SimulatedWorkspace {
  return new Simulation(loadTenant(tenant, options), options);
}

class Simulation implements SimulatedWorkspace {
  readonly control: Control;
  private readonly quotas: Limits;
  private readonly opened: number;

  constructor(
    private state: State,
    private readonly options: WorkspaceOptions,
  ) {
    this.quotas = readQuotas(options.quotas);
    this.opened = options.clock.now();
    this.control = control(() => this.state, options.clock);
  }

  get log(): readonly LoggedRequest[] {
    return this.state.log;
  }

  handle(call: Call): Reply {
    return this.carryOut(call, [call], false);
  }

  handleAll(calls: readonly Call[]): readonly Reply[] {
    if (
      switchValue(this.state, 'licensingBatch') === 'broken' &&
      calls.some((call) => call.path.startsWith('/apps/licensing/'))
    )
      throw new Refused(404, 'notFound', 'Not Found');
    const places = calls.map((_, index) => index);
    if (switchValue(this.state, 'batchOrder') === 'reversed') places.reverse();
    const replies = new Map<number, Reply>();
    for (const place of places) {
      const call = calls[place];
      if (call) replies.set(place, this.carryOut(call, calls, true));
    }
    return calls.flatMap((_, index) => replies.get(index) ?? []);
  }

  tenant(): Tenant {
    return saveTenant(this.state, this.options.clock.now());
  }

  snapshot(): unknown {
    const { log, ...rest } = this.state;
    return { state: JSON.stringify(rest), log: [...log] };
  }

  restore(snapshot: unknown): void {
    const { state, log } = snapshot as { readonly state: string; readonly log: State['log'] };
    this.state = { ...(JSON.parse(state) as Omit<State, 'log'>), log: [...log] };
  }

  private carryOut(call: Call, together: readonly Call[], batched: boolean): Reply {
    const { state } = this;
    forgetPast(state, this.options.clock.now());
    bringBack(state, this.options.clock.now());
    const shape = switchValue(state, 'errorShape') as ErrorShape;
    const entry = { op: nameOf(call.method, call.path), params: { ...call.query } };
    const quote = switchValue(state, 'errorsQuote');
    const said = (reply: Reply): Reply => quoting(reply, quote === 'off' ? '' : quoteOf(call, state.log.length));
    try {
      const context = this.contextFor(call, together, batched);
      Object.assign(entry, { op: context.op, params: context.params });
      const reply = answer(context, call, this.limits());
      return this.note(call, entry, quote === 'answersToo' ? said(reply) : reply);
    } catch (error) {
      if (error instanceof NoAnswer) return this.note(call, entry, { status: 0, headers: {} }, error.message);
      if (!(error instanceof Refused)) throw error;
      return this.note(call, entry, said(errorReply(error, shape)), error.reason);
    }
  }

  /** The quotas at this moment. */
  private limits(): Limits {
    const change = readQuotaChange(switchValue(this.state, 'quotaChange'));
    const isOver = change && this.options.clock.now() >= this.opened + change.after;
    return isOver ? readQuotas(change.quotas, this.quotas) : this.quotas;
  }

  private contextFor(call: Call, together: readonly Call[], batched: boolean): Context {
    const found = match(call.method, call.path);
    if (!found) throw new Refused(501, 'notImplemented', `${nameOf(call.method, call.path)} is not simulated.`);
    const { op, params } = found;
    const body: JsonObject = isObject(call.body) ? call.body : {};
    // Google's instants are whole milliseconds.
    return {
      state: this.state,
      now: Math.floor(this.options.clock.now()),
      actor: actorFor(this.state, call.as),
      op,
      params: { ...call.query, ...params },
      body,
      together,
      batched,
    };
  }

  private note(
    call: Call,
    entry: { readonly op: string; readonly params: Record<string, string> },
    ...[reply, reason = '']: readonly [Reply, string?]
  ): Reply {
    const at = new Date(this.options.clock.now()).toISOString();
    const body = isObject(call.body) ? { body: maskBody(call.body) } : {};
    this.state.log.push({
      at,
      op: entry.op,
      params: maskParams(entry.params),
      ...body,
      status: reply.status,
      reason,
      lane: lanesOf(entry.op)[0] ?? '',
    });
    return reply;
  }
}

/** Thrown where no answer comes: the connection is lost, before or after Google did what was asked. */
class NoAnswer extends Error {}

function answer(context: Context, call: Call, quotas: Limits): Reply {
  checkToken(context, call);
  checkRequest(context, call);
  admit(context, quotas);
  const fault = orderedFault(context.state, context.op) ?? drawFault(context);
  if (fault?.answer !== undefined) return { status: 200, headers: jsonHeaders, body: asJson(fault.answer) };
  if (fault?.when === 'before') throw failure(fault);
  const handler = handlers[context.op];
  if (!handler) throw new Refused(501, 'notImplemented', `${context.op} is not simulated.`);
  const reply = replyWith(context, handler(context));
  if (fault) throw failure(fault);
  return reply;
}

const failure = ({ refusal, when }: Fault): Error =>
  refusal ?? new NoAnswer(when === 'after' ? 'noAnswerApplied' : 'noAnswer');

function checkToken({ state, op, actor }: Context, call: Call): void {
  const onlyListed = switchValue(state, 'project') === 'pushed' && switchValue(state, 'apisAfterPush') === 'off';
  if (onlyListed || switchValue(state, 'apiNotEnabled') === operations[op].api)
    throw new Refused(
      403,
      'accessNotConfigured',
      `The ${operations[op].api} API has not been used in this project or is disabled.`,
    );
  const scopes = scopesOf(op);
  if (call.scopes && !scopes.some((scope) => call.scopes?.includes(scope)))
    throw new Refused(403, 'insufficientPermissions', 'Request had insufficient authentication scopes.');
  if (actor.user?.suspended) throw forbidden();
}

/**
 * Refuses query parameters that the method does not take, and, where the switch says so, fields that the body's schema
 * lacks.
 */
function checkRequest({ state, op, body }: Context, call: Call): void {
  for (const name of Object.keys(call.query)) {
    if (!common.has(name) && !operations[op].query.includes(name))
      throw unknownName(name, 'Cannot bind query parameter.');
  }
  const unknown = unknownFields(op, body);
  for (const name of unknown)
    if (!state.unknownFields.includes(`${op}: ${name}`)) state.unknownFields.push(`${op}: ${name}`);
  const [first] = unknown;
  if (first !== undefined && switchValue(state, 'unknownFields') === 'refused')
    throw unknownName(first, 'Cannot find field.');
}

const unknownName = (name: string, says: string): Refused =>
  new Refused(400, 'badRequest', `Invalid JSON payload received. Unknown name "${name}": ${says}`);

function replyWith({ state, op, params }: Context, value: unknown): Reply {
  const [status, content] = value instanceof Answered ? [value.status, value.value] : [200, value];
  if (content === undefined) return { status: 204, headers: {} };
  const code =
    status === 200 && switchValue(state, 'successCodes') === 'documented' ? (documentedCodes[op] ?? 200) : status;
  return { status: code, headers: jsonHeaders, body: asJson(selectFields(content as Json, params['fields'])) };
}
