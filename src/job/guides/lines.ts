import { defined } from '../../engine/defined';
import type { UnitLicensing } from '../../ensure/automatic-licensing';
import { consoles } from '../../google/consoles';
import type { CloudIdentityMode } from '../../tabs/users/row';
import { licensingOf } from './ticks';
import type { GuideLine, Ticked } from './wire';

/** What is done by hand in an account: each with its reason, its page and its clicks. */

type Ticks = Readonly<Record<string, Ticked>>;

const day = (at: string): string => at.slice(0, 10);

/** An org unit of rows, or one above several of them. */
export interface GuidedUnit {
  readonly orgUnit: string;
  /** Rows on it; of one above others, 0. */
  readonly rows: number;
  /** Who said that it is off. */
  readonly ticked: Ticked | undefined;
  /** Who said so of a unit above with those below. */
  readonly above: Ticked | undefined;
  readonly found: UnitLicensing | undefined;
}

/** Automatic licensing off for an org unit. No API shows the setting (License Manager API guide). */
export function licensingLine({ orgUnit, rows, ...known }: GuidedUnit): GuideLine {
  return {
    ...base,
    id: licensingOf(orgUnit),
    title: `Automatic licensing off for ${orgUnit}`,
    why: rows
      ? `${rows} ${rows === 1 ? 'row wishes' : 'rows wish'} nothing but Cloud Identity there. Where it is on, each of them is given a paid licence.`
      : 'It is above several units of rows. Units that have no setting of their own follow it.',
    page: consoles.automaticLicensing,
    todo: `First make the org unit, if it is not there yet (${consoles.orgUnits.path}). Then choose it on this page and turn automatic licensing off for each subscription. Of a customer: ${consoles.partnerCustomers.path} › Auto-licensing.`,
    paste: orgUnit,
    unit: true,
    ...stands(known),
  };
}

function stands({ ticked, above, found }: Omit<GuidedUnit, 'orgUnit' | 'rows'>): Partial<GuideLine> & Stands {
  const said = ticked ?? above;
  const withAbove = !ticked && above ? `Ticked with a unit above by ${above.by} on ${day(above.at)}.` : '';
  const seen = [withAbove, found ? seenOf(found) : ''].filter(Boolean).join(' ');
  const shown = { seen, ...defined({ ticked }) };
  // A tick that is younger than what was found is tried by the next one who comes.
  if (said && found?.how !== 'clean' && !(found && found.at >= said.at)) return { ...shown, state: 'done' };
  if (!found) return { ...shown, state: 'open' };
  return { ...shown, state: found.how === 'clean' ? 'seen' : 'against' };
}

type Stands = Pick<GuideLine, 'state' | 'seen'>;

function seenOf({ how, by, at }: UnitLicensing): string {
  if (how === 'clean') return `Looked at on ${day(at)}: no paid licence came to ${by}.`;
  const then = how === 'held' ? 'Google does not let it be taken away' : 'it was taken away again';
  return `Looked at on ${day(at)}: a paid licence came to ${by}, ${then}.`;
}

const base = { paste: '', lists: false, unit: false, seen: '' } as const;

function ticksOn(ticks: Ticks, id: string): Pick<GuideLine, 'id' | 'state' | 'ticked'> {
  const ticked = ticks[id];
  return { id, state: ticked ? 'done' : 'open', ...defined({ ticked }) };
}

/** The subscription of Cloud Identity Free. Where it covers the whole account no answer of Google’s proves it. */
export function cloudIdentityLine(ticks: Ticks, known: CloudIdentityMode | undefined): GuideLine {
  const isSeen = known?.mode === 'assignable';
  const stands = ticksOn(ticks, 'cloud-identity');
  return {
    ...base,
    ...stands,
    title: 'Cloud Identity Free ordered',
    why: 'People without a paid licence need it. Until it is there they take seats of a paid edition, or cannot be made.',
    page: consoles.orderCloudIdentity,
    todo: 'Choose Cloud Identity Free › Get started, and go through to the order of 0 $. It is there when it stands under Billing › Subscriptions.',
    ...(isSeen ? { state: 'seen', seen: `Google takes it as a licence of people: found out on ${known.on}.` } : {}),
  };
}

/** Mail to accounts without a mailbox. */
export function redirectLine(ticks: Ticks): GuideLine {
  return {
    ...base,
    ...ticksOn(ticks, 'mail-redirect'),
    title: 'Mail of the team redirected',
    why: 'Accounts of Cloud Identity have no mailbox: what Google and customers send there is lost.',
    page: consoles.addressMap,
    todo: 'Add the map, which the report Mail redirect and the lists to paste have ready. Again whenever somebody is added.',
    lists: true,
  };
}

/** Cases on behalf of customers need their permission (Partner help “Contact support”, answer 6182474). */
export function permissionLine(ticks: Ticks): GuideLine {
  return {
    ...base,
    ...ticksOn(ticks, 'customer-permission'),
    title: 'Customers asked for their permission',
    why: 'Cases on behalf of a customer can be opened only while its administrator lets the reseller in.',
    page: consoles.resellerAccess,
    todo: 'Only the customer can switch it on. The lists to paste have the text in four languages.',
    lists: true,
  };
}

/** The group that enforces 2-step (Partner help, answer 12857893): who is appointed is added by hand. */
export function securityGroupLine(
  ticks: Ticks,
  { group, staff }: { readonly group: string; readonly staff: string },
): GuideLine {
  return {
    ...base,
    ...ticksOn(ticks, 'security-group'),
    title: 'Team in Google’s 2-step security group',
    why: 'Google requires 2-step of its members. Whoever gets administrator rights newly has to be added by hand.',
    page: consoles.groups,
    todo: `Open ${group || 'the group that Google made for reseller administrators'} › Members › Add members, and paste the addresses. Again whenever somebody is added.`,
    paste: staff,
    seen: group ? `Written down under Team › Instructions: ${group}.` : '',
  };
}
