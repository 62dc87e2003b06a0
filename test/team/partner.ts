import type { Tenant, TenantAccount } from '../../sandbox/workspace/tenant';
import { openDesk, type TestDesk } from '../sandbox-desk';
import { businessStarter, person, workspaceProduct } from '../users/shop';

/** A reseller whose support team works on domains of two accounts, with an administrator each. */

export const boss = 'boss@cloudpartner.example';
export const pia = 'pia@northpartner.example';
const plain = { lastLoginTime: '2026-01-12T08:00:00.000Z', isEnrolledIn2Sv: true, isEnforcedIn2Sv: true } as const;
const flexible = { plan: { planName: 'FLEXIBLE' }, seats: { maximumNumberOfSeats: 50 } };
const role = (roleName: string, assignedTo: string) => ({ roleName, assignedTo, scopeType: 'CUSTOMER' });

const cloudpartner = {
  customer: { id: 'C0cloud01', customerDomain: 'cloudpartner.example' },
  reseller: true,
  domains: [
    { domainName: 'cloudpartner.example', isPrimary: true, verified: true },
    { domainName: 'cloudpartner-eu.example', verified: true },
  ],
  users: [
    person(boss, 'Bo Ss', { isAdmin: true, lastLoginTime: '2026-02-27T08:00:00.000Z' }),
    person('mara@cloudpartner.example', 'Mara Lindqvist', plain),
    person('mara@cloudpartner-eu.example', 'Mara Lindqvist', { ...plain, isEnrolledIn2Sv: false }),
    person('noor@cloudpartner.example', 'Noor Haddad', plain),
    person('jo@cloudpartner.example', 'João Pires'),
    person('sam@cloudpartner.example', 'Sam Okafor', plain),
    person('zoe@cloudpartner.example', 'Zoë Bell', { ...plain, isEnforcedIn2Sv: false }),
    person('gil@cloudpartner.example', 'Gil Roe', plain),
    person('kim@cloudpartner.example', 'Kim Orr', { ...plain, suspended: true }),
  ],
  subscriptions: [{ skuId: businessStarter, ...flexible }],
  groups: [{ email: 'care@cloudpartner.example', members: [{ email: 'gil@cloudpartner.example' }] }],
  licences: [{ userId: 'noor@cloudpartner.example', productId: workspaceProduct, skuId: businessStarter }],
  roleAssignments: [
    role('_RESELLER_ADMIN_ROLE', 'mara@cloudpartner.example'),
    role('_RESELLER_ADMIN_ROLE', 'mara@cloudpartner-eu.example'),
    role('_RESELLER_ADMIN_ROLE', 'noor@cloudpartner.example'),
    role('_USER_MANAGEMENT_ADMIN_ROLE', 'jo@cloudpartner.example'),
    role('_RESELLER_ADMIN_ROLE', 'care@cloudpartner.example'),
    role('_LEGACY_RESOLD_ENTERPRISE_SUPPORT_ROLE', 'zoe@cloudpartner.example'),
  ],
};

const northpartner = {
  customer: { id: 'C0north01', customerDomain: 'northpartner.example' },
  reseller: true,
  users: [person(pia, 'Pia Lehto', { isAdmin: true }), person('mara@northpartner.example', 'Mara Lindqvist', plain)],
  roleAssignments: [role('_RESELLER_ADMIN_ROLE', 'mara@northpartner.example')],
};

const acme = {
  customer: { id: 'C0acme001', customerDomain: 'acme.example' },
  resoldBy: 'C0cloud01',
  acceptedTerms: true,
  users: [person('root@acme.example', 'Ro Ot', { isAdmin: true, lastLoginTime: '2026-02-01T08:00:00.000Z' })],
  subscriptions: [{ skuId: businessStarter, ...flexible }],
};

export const team = `First name,Last name,Work address,User name,Org unit,Role,Language,cloudpartner.example,cloudpartner-eu.example,northpartner.example,Left
Mara,Lindqvist,mara@work.example,mara,,Reseller Admin,,TRUE,TRUE,TRUE,
Noor,Haddad,noor@work.example,noor,,Reseller Admin,,TRUE,,,
João,Pires,jo@work.example,jo,,Reseller Admin,,TRUE,,,
Emre,Yıldız,emre@work.example,emre,,Reseller Admin,,TRUE,FALSE,TRUE,
Sam,Okafor,sam@work.example,sam,,Reseller Admin,,TRUE,,,TRUE
Zoë,Bell,zoe@work.example,zoe,,,,TRUE,,,
Gil,Roe,gil@work.example,gil,,,,TRUE,,,
Kim,Orr,kim@work.example,kim,,,,TRUE,,,TRUE`;

/** The reseller, its other account and a customer, as Google has them. */
export function partner(more: Partial<Tenant> = {}): Tenant {
  const accounts = [cloudpartner, northpartner, acme] as unknown as readonly TenantAccount[];
  return { signedInAs: boss, switches: { legacySupportRoles: 'present' }, ...more, accounts: [...accounts] };
}

/** The spreadsheet with the roster, before its first administrator. */
export function openTeam(tabs: Readonly<Record<string, string>> = {}): TestDesk {
  const users = 'Email,Super admin\nroot@acme.example,TRUE\nmara@cloudpartner.example,';
  return openDesk({ tenant: partner(), users, tabs: { Team: team, ...tabs } });
}
