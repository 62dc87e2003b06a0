import type { Request } from '../../engine/request';
import type { Secrets } from '../../tabs/secrets';
import type { Belonging, JobAt, OpenTab, Row, Tab, TabJob } from '../../tabs/tab';
import type { Memory } from '../../tabs/line';
import type { InFlight } from '../keeping/in-flight';
import type { Job } from '../keeping/job-record';
import { settings } from '../keeping/settings';
import { letterheadOf } from '../letterhead';
import { seatsKnown } from '../cloud-identity/seats';
import { actionOf } from '../plan/action-of';
import { now, ports } from '../ports';
import { armed } from '../reach/arming';
import { answersOf } from '../reach/account-answers';
import { cloudIdentityModes, rememberCloudIdentity, unitsKnown } from '../reach/cloud-identity';
import { passwordSpace } from '../secrets/space';
import { digest } from '../secrets/codes';
import { keepToken, keptTokens, tokenName, tokenOf } from '../secrets/tokens';
import { Vault, type RunPasswords } from '../secrets/vault';
import { waitingPasswords } from '../secrets/waiting';
import type { Slice } from '../slice';
import type { Reading, Rows } from './rows';
import { rowsInScope } from './of-job';

/** All tabs at work in one slice of a check or a run. */

/** What the tabs are set to work with. `passwords`: of the run, where it is one. */
export interface JobsAt {
  readonly job: Job;
  readonly slice: Slice;
  readonly rows: Rows;
  readonly reading: Reading;
  readonly passwords?: RunPasswords;
  memoryOf(row: Row): Memory;
  readonly inFlight: InFlight;
}

/** The tabs at work. */
export class TabJobs {
  private readonly byTab: ReadonlyMap<Tab, TabJob>;

  constructor(at: JobsAt) {
    const handed = jobAt(at);
    this.byTab = new Map(at.rows.tabs.map((one) => [one.tab, one.begin(handed)]));
  }

  /** The tab of a row, at work. */
  of({ tab, key }: Row): TabJob {
    const job = this.byTab.get(tab);
    if (!job) throw new Error(`Nobody works on ${key}.`);
    return job;
  }

  /** The row that a write of shared work is about. */
  owner(request: Request): Row | undefined {
    return this.all.reduce<Row | undefined>((found, job) => found ?? job.owner?.(request), undefined);
  }

  /** A secret by the name that requests have for it. Throws for a name that nobody knows: a mistake of ours. */
  secret(name: string): string {
    const found = this.all.reduce<string | undefined>((value, job) => value ?? job.secret?.(name), undefined);
    if (found === undefined) throw new Error(`Nothing here may send ${name}.`);
    return found;
  }

  /** Every tab at work, in the order of the tabs. */
  get all(): readonly TabJob[] {
    return [...this.byTab.values()];
  }
}

function jobAt({ job, slice, rows, reading, passwords, memoryOf, inFlight }: JobsAt): JobAt {
  const { brings } = rows.tabs.find((one) => one.brings) ?? {};
  const inScope = new Set(rowsInScope(rows.all, job));
  const belongings = belongingsOf(rows.tabs);
  let brought: JobAt['brought'];
  const handed: JobAt = {
    id: job.id,
    running: job.phase === 'running',
    action: actionOf(job.action),
    me: slice.me,
    protect: settings().protect,
    exact: job.exact === true,
    leaveTo: job.leaveTo ?? 'suspended',
    reach: reading.reach,
    settings: reading.settings,
    letterhead: letterheadOf(reading.reach.who.account),
    facts: slice.facts,
    secrets: secretsOf(passwords, slice.me),
    groups: rows.tabs.reduce<JobAt['groups']>(
      (found, one) => found ?? one.groups?.({ inScope: (row) => inScope.has(row) }),
      undefined,
    ),
    get brought() {
      return (brought ??= brings?.begin(handed));
    },
    cloudIdentity: cloudIdentity(slice, reading),
    answersOf,
    now: () => slice.now(),
    memoryOf,
    sentAt: (run, created) => inFlight.sentAt(run, created),
    inScope: (row) => inScope.has(row),
    mailsLeft: () => ports().mail.left(),
    armed: () => armed(now()),
    belonging: (as, to) => belongings.get(`${as} ${to}`) ?? [],
  };
  return handed;
}

function belongingsOf(tabs: readonly OpenTab[]): ReadonlyMap<string, readonly { place: number; what: string }[]> {
  const found = new Map<string, { place: number; what: string }[]>();
  for (const { place, belongs } of tabs.flatMap(({ rows }) => rows)) {
    for (const { as, to, what } of belongs) {
      const name = `${as satisfies Belonging['as']} ${to}`;
      found.set(name, [...(found.get(name) ?? []), { place, what }]);
    }
  }
  return found;
}

function secretsOf(passwords: RunPasswords | undefined, me: string): Secrets {
  const vault = new Vault();
  let kept: ReadonlySet<string> | undefined;
  return {
    digest,
    kept: {
      has: (key) => (kept ??= keptTokens(now())).has(key),
      nameOf: tokenName,
      valueOf: tokenOf,
      take: (key, value) => {
        keepToken(key, value, now());
        kept = undefined;
      },
    },
    waiting: waitingPasswords(me),
    room: passwordSpace,
    usedBefore: (run, address) => vault.used(run, address),
    passwords,
  };
}

/** What is found out in a slice is known to the rest of it. */
function cloudIdentity({ facts }: Slice, { reach }: Reading): JobAt['cloudIdentity'] {
  const modes = { ...cloudIdentityModes() };
  return {
    ...unitsKnown(),
    of: (account) => modes[account],
    seatsOf: (account) => seatsKnown(account, { facts, seller: reach.who.account, mode: modes[account]?.mode })?.seats,
    remember: (account, mode) => {
      if (modes[account]?.mode === mode.mode) return;
      modes[account] = mode;
      rememberCloudIdentity(account, mode);
    },
  };
}
