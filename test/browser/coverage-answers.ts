import type { CoverageView, CoverCell, CoverPerson } from '../../src/job/coverage/wire';
import { lacks } from '../../src/reports/coverage/cover';

const names = [
  ['Tomasz', 'Wilk'],
  ['Mara', 'Lindqvist'],
  ['Noor', 'Haddad'],
  ['Aoife', 'O’Neill'],
  ['João', 'Pires'],
  ['Emre', 'Yıldız'],
  ['花', '小林'],
  ['Lotte', 'van Dijk'],
] as const;
const domainNames = ['cloudpartner', 'cloudpartner-eu', 'cloudpartner-lab', 'northpartner', 'northpartner-fi'];
const works = {
  account: 'exists',
  cloudIdentity: 'yes',
  role: 'Customer Care',
  firstSignIn: 'by 2026-11-12',
  twoStep: 'enforced',
  seen: '2026-11-22',
} as const;

type Stands = Omit<CoverCell, 'domain' | 'address' | 'userRow'>;
const notSeen = {
  account: 'not seen yet',
  cloudIdentity: '',
  role: '',
  firstSignIn: '',
  twoStep: '',
  seen: '',
} as const;

/** How somebody may stand, in turn. */
const stands: readonly Stands[] = [
  { ...works, lacks: [] },
  { ...works, lacks: [] },
  { ...works, firstSignIn: 'never', twoStep: 'no', lacks: ['signIn', 'twoStep'] },
  { ...works, twoStep: 'no', lacks: ['twoStep'] },
  { ...works, lacks: [] },
  { ...notSeen, account: 'missing', seen: '2026-11-22', lacks: ['missing'] },
  { ...works, cloudIdentity: 'paid licence Google Workspace Business Starter', lacks: ['paid'] },
  { ...works, role: 'none', lacks: ['role'] },
];

function cellOf(person: number, domain: number, name: string): CoverCell {
  const isHeld = name.startsWith('north');
  const known = stands[(person * 3 + domain * 5) % stands.length] ?? stands[0];
  const standing: Stands = isHeld && person % 2 ? { ...notSeen, lacks: ['waits'] } : { ...works, lacks: [], ...known };
  const address = `user${String(person)}@${name}`;
  return { domain, address, ...standing, userRow: standing.account === 'exists' ? `Users!${address}` : '' };
}

/** A roster of so many people on so many domains, as the Coverage page is sent it; each seventh tick is not wished. */
export function coverageOf(people: number, domains: number): CoverageView {
  const named = Array.from({ length: domains }, (_, at) => `${domainNames[at] ?? `partner-${String(at)}`}.example`);
  const personAt = (at: number): CoverPerson => {
    const [given, family] = names[at % names.length] ?? ['', ''];
    const left = at === 8;
    const cells = named.flatMap((name, domain) => ((at + domain) % 7 === 6 ? [] : [cellOf(at, domain, name)]));
    const round = at < names.length ? '' : ` ${String(Math.floor(at / names.length) + 1)}`;
    return {
      key: `Team!user${String(at)}`,
      row: at + 2,
      name: `${given} ${family}${round}`,
      workAddress: `user${String(at)}@work.example`,
      left,
      cells: left ? cells.map((cell) => ({ ...cell, account: 'suspended', lacks: [] })) : cells,
    };
  };
  return {
    lacks,
    domains: named.map((name) => ({
      name,
      waitsFor: name.startsWith('north') ? 'pia@northpartner.example' : '',
      seen: name.startsWith('north') ? '2026-11-20' : '2026-11-22',
    })),
    people: Array.from({ length: people }, (_, at) => personAt(at)),
    twoStep: { team: { on: 96, off: 12, notSeen: 60 }, customers: { on: 14, off: 3, notSeen: 2 } },
  };
}
