import { readQuotaChange } from './limits';
import { licenceSwitches } from './licence-switches';
import { resellerSwitches } from './reseller-switches';
import { roleSwitches } from './role-switches';
import { sheetSwitches } from './sheet-switches';
import type { Switch } from './switch';
import { waveSwitches } from './wave-switches';

/**
 * The switches of the simulated Google: behaviour that public sources leave open, and behaviour that a test wants to
 * turn. The first value is the default. `appAccess`, `errorLanguage`, `mailQuota`, `triggersWithCard`, those of waves
 * and of the spreadsheet are read by the Apps Script host, `arrival` by whatever carries the requests.
 */

const table = {
  ...sheetSwitches,
  addressReuse: { values: ['120'], seconds: true, says: 'How long the address of a deleted user stays taken.' },
  aliasDomains: {
    values: ['refused', 'allowed'],
    says: 'Whether users, aliases and groups can be made on a domain alias.',
  },
  apisAfterPush: {
    values: ['off', 'on'],
    says: 'Whether the APIs of a project that was pushed or copied are enabled before its services are added again.',
  },
  apiNotEnabled: {
    values: ['none', 'directory', 'licensing', 'reseller'],
    says: 'An API that is not enabled in the Cloud project (accessNotConfigured).',
  },
  appAccess: {
    values: ['trusted', 'unverified', 'blocked'],
    says: "What people of an account meet who start the script: nothing, the unverified-app screen, which they do not go past, or their organisation's block; for one account under its switches. Read by the Apps Script host.",
  },
  archivedReads: { values: ['suspendedToo', 'archived'], says: 'Whether an archived user reads as suspended as well.' },
  arrival: {
    values: ['tenth', 'half'],
    says: 'How much of a latency has passed when a request is counted against the quotas.',
  },
  batchOrder: {
    values: ['asSent', 'reversed'],
    says: 'In which order the parts of a batch are carried out; answers always come in the order sent.',
  },
  blockedAccess: {
    values: ['domainCannotUseApis', 'forbidden'],
    says: 'Reason of the 403 where a customer has switched off API access.',
  },
  customerPropagation: {
    values: ['2'],
    seconds: true,
    says: 'How long the Directory and licences of a new customer are not found.',
  },
  customResellerRole: {
    values: ['allowed', 'refused'],
    says: "Whether a custom role with reseller privileges is enough in a customer's Directory.",
  },
  deletedLists: {
    values: ['times', 'bare', 'whole'],
    says: 'What lists of deleted users show: address and time of deletion, the address alone, or every field.',
  },
  dynamicGroups: {
    values: ['403', '400', '412'],
    says: 'Status when somebody is to be put into a dynamic group by hand, or taken out of it.',
  },
  emptyRolePage: {
    values: ['never', 'first'],
    says: 'Whether the first page of role assignments comes empty, with a page token.',
  },
  errorLanguage: {
    values: ['en', 'es', 'fr', 'it', 'pt', 'de', 'sv'],
    says: "Language of Apps Script's own error texts.",
  },
  errorShape: {
    values: ['full', 'errors', 'status', 'plain'],
    says: 'Whether errors carry errors[] and a status, one of them, or come as plain text where Google does that.',
  },
  errorsQuote: {
    values: ['off', 'on', 'answersToo'],
    says: 'Whether errors quote the secrets of the request (password, transfer token, access token), or answers do, too.',
  },
  externalMembers: {
    values: ['refused', 'allowed'],
    says: 'Whether addresses outside of the account can be members of its groups: a new group takes none unless that is set.',
  },
  ...waveSwitches,
  groupPropagation: { values: ['5'], seconds: true, says: 'How long a new group is not found.' },
  groupRename: {
    values: ['alias', 'free'],
    says: "Whether a group's old address stays as an alias when it gets a new one.",
  },
  lastSuperAdmin: {
    values: ['refused', 'allowed'],
    says: 'Whether the last super administrator can be withdrawn, suspended or deleted.',
  },
  leadingSlash: { values: ['refused', 'accepted'], says: 'Whether an org unit path in a URL may begin with a slash.' },
  legacySupportRoles: {
    values: ['absent', 'present'],
    says: "Whether a reseller's account has the two legacy support roles.",
  },
  ...licenceSwitches,
  mailQuota: {
    values: ['1500'],
    number: true,
    says: "To how many people a script may still write a day; read by the Apps Script host. A consumer's has at most 100.",
  },
  managerRole: {
    values: ['allowed', 'refused'],
    says: 'Whether members of groups can be managers, as with Groups for Business.',
  },
  memberConflict: {
    values: ['never', 'always'],
    says: 'Whether a new member is answered with 409 conflict and joins a minute later.',
  },
  multipleTeams: { values: ['400', '409', '412'], says: 'Status of "Multiple teams exist on this domain".' },
  nameLength: { values: ['60', '40'], says: 'Longest given or family name.' },
  nestedMembership: {
    values: ['600'],
    seconds: true,
    says: 'How long people of a group that became a member of another one do not count there.',
  },
  orgUnitExists: { values: ['invalid', 'backendError'], says: 'How an org unit that exists is refused.' },
  orgUnitLimit: {
    values: ['quotaExceeded', 'backendError'],
    says: 'How more than one org unit write a second is refused.',
  },
  project: {
    values: ['edited', 'pushed'],
    says: 'Whether the services of the script were added in the editor, or came with a push or a copy.',
  },
  profileTypes: {
    values: ['listed', 'any'],
    says: 'Whether entries of a profile may have types that the reference does not list.',
  },
  quotaChange: {
    values: ['never'],
    shape: { says: 'SECONDS:QUOTAS', check: readQuotaChange },
    says: 'From when on other quotas hold than those of --quotas, and which: 60:licences=4.',
  },
  refusedRequests: {
    values: ['free', 'counted'],
    says: 'Whether a request that was refused for its rate counts against the quota all the same.',
  },
  renameToOwnAlias: {
    values: ['allowed', 'refused'],
    says: 'Whether a user may be renamed to one of their own aliases.',
  },
  resellerPrivileges: {
    values: ['opaque', 'telling'],
    says: "Whether the names of a reseller's privileges tell what they allow.",
  },
  resellerSecondaryDomain: {
    values: ['allowed', 'refused'],
    says: "Whether reseller staff on a secondary domain reach customers' Directories.",
  },
  restoreDelay: {
    values: ['86400'],
    seconds: true,
    says: 'How long after a restore automatic licences, and what else comes back, are there.',
  },
  restoredParts: {
    values: ['account', 'everything'],
    says: 'Whether aliases and groups come back to a restored user as well, some time later.',
  },
  restoredStatus: {
    values: ['asBefore', 'suspended'],
    says: 'Whether restored users are suspended, as those are whose data was transferred.',
  },
  ...resellerSwitches,
  ...roleSwitches,
  selfChanges: {
    values: ['refused', 'allowed'],
    says: 'Whether people can delete, suspend or archive themselves, or withdraw their own super administrator rights.',
  },
  singleTransfer: {
    values: ['allowed', 'refused'],
    says: 'Whether one subscription can be transferred outside a batch.',
  },
  staleReads: {
    values: ['0'],
    seconds: true,
    says: 'How long reads of users, groups, org units, licences and role assignments lag behind writes.',
  },
  subscriptionExists: { values: ['409', '400'], says: 'Status when a SKU is ordered that the customer has.' },
  subscriptionIds: {
    values: ['changing', 'stable'],
    says: 'Whether a subscription gets a new id when its plan or SKU changes.',
  },
  successCodes: {
    values: ['200', 'documented'],
    says: 'Whether creations answer 200, or 201 where the guides say so.',
  },
  suspendArchived: { values: ['refused', 'allowed'], says: 'Whether an archived user can be suspended.' },
  suspendedChanges: {
    values: ['refused', 'allowed'],
    says: 'Whether plan and seats of a suspended subscription can be changed.',
  },
  teamEligibility: { values: ['400', '412'], says: 'Status when a team customer orders anything but Essentials.' },
  teamUsers: {
    values: ['allowed', 'refused'],
    says: 'Whether users can be created in a team account before its first administrator has confirmed.',
  },
  transferTokenDays: { values: ['14', '30'], says: 'How many days a transfer token is valid.' },
  trialPlanEcho: { values: ['new', 'trial'], says: 'Which plan a trial shows after changePlan.' },
  triggersWithCard: {
    values: ['hourly', 'minutes'],
    says: 'How often triggers of a spreadsheet’s own script come at most whose manifest has a card; read by the Apps Script host.',
  },
  unknownFields: {
    values: ['ignored', 'refused'],
    says: 'What happens to fields of a body that Google does not know.',
  },
  usedSchemas: {
    values: ['kept', 'deleted'],
    says: 'What happens to a schema that is to be deleted while users have values of it.',
  },
  userPropagation: {
    values: ['5'],
    seconds: true,
    says: 'How long a new user cannot be changed ("User creation is not complete.").',
  },
} as const satisfies Record<string, Switch>;

/** A switch's name. */
export type SwitchName = keyof typeof table;

/** Every switch by its name, in alphabetical order of meaning: what `--help` lists. */
export const switches: Readonly<Record<SwitchName, Switch>> = table;

/** A switch's default value. */
export function defaultOf(name: SwitchName): string {
  return table[name].values[0];
}

function isSwitchName(name: string): name is SwitchName {
  return Object.hasOwn(table, name);
}

/** Checks one setting. Throws an error that names the switch and what it takes. */
export function checkSwitch(name: string, value: string): SwitchName {
  if (!isSwitchName(name)) throw new Error(`There is no switch "${name}". Switches: ${Object.keys(table).join(', ')}.`);
  const known: Switch = table[name];
  if (known.seconds && !(value.trim() !== '' && Number(value) >= 0 && Number.isFinite(Number(value))))
    throw new Error(`Switch ${name} takes a number of seconds, not "${value}".`);
  if (known.number && !/^\d+$/.test(value)) throw new Error(`Switch ${name} takes a whole number, not "${value}".`);
  if (known.shape && !known.values.includes(value)) known.shape.check(value);
  else if (!known.seconds && !known.number && !known.values.includes(value))
    throw new Error(`Switch ${name} takes ${known.values.join(' or ')}, not "${value}".`);
  return name;
}

const sorted = Object.entries<Switch>(table).sort(([one], [other]) => (one < other ? -1 : 1));

/** The switch table as lines of text: name, values (the default first) and what each is for. */
export function switchHelp(): readonly string[] {
  return sorted.map(
    ([name, { values, seconds, number, shape, says }]) =>
      `${name}=${seconds || number ? `${seconds ? 'SECONDS' : 'N'} (${values.join('')})` : [...values, ...(shape ? [shape.says] : [])].join('|')}  ${says}`,
  );
}
