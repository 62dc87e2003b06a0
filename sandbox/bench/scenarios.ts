import type { LicenceName } from './input';

/** What is measured. Each job is one desk from the first look on; it may have a second run of the same sheet. */

/** One job of the bench. */
export interface Job {
  readonly name: string;
  readonly rows: number;
  readonly transport: 'parallel' | 'advanced';
  /** The plain script in the place of ours. */
  readonly baseline: boolean;
  readonly licence?: LicenceName;
  /** The people of the sheet have their accounts already. */
  readonly exists?: true;
  /** They have nothing yet of what their rows list. */
  readonly bare?: true;
  /** Rows wish people who exist to be suspended. */
  readonly suspends?: true;
  /** The same sheet is checked again afterwards, and measured under this name. */
  readonly again?: string;
  /** A sidebar looks at the progress meanwhile. */
  readonly watched?: true;
  /** Quotas other than the documented ones, and the lane that is without one. */
  readonly quotas?: string;
  readonly without?: 'licences';
}

const sizes = [100, 1_000, 10_000] as const;

const ours = { transport: 'parallel', baseline: false } as const;
const full = 'new users with licence, alias, role';

/** License Manager without its quota: what is left is people, and how soon a lane finds out. */
const freeLicences = { quotas: 'licences=off', without: 'licences' } as const;

/** Every job of `npm run bench`, the long ones first. */
export const jobs: readonly Job[] = [
  ...[...sizes].reverse().flatMap((rows): Job[] => [
    { ...ours, name: full, rows, licence: 'Business Starter', again: 'second run of the same sheet' },
    { ...ours, name: 'new users', rows },
    { ...ours, name: 'adopt existing users', rows, licence: 'Business Starter', exists: true },
  ]),
  { ...ours, name: `${full}, watched`, rows: 5_000, licence: 'Business Starter', watched: true },
  { ...ours, name: 'new users with Cloud Identity Free, alias, role', rows: 1_000, licence: 'Cloud Identity Free' },
  ...[1_000, 300].map(
    (rows): Job => ({ ...ours, name: `${full}, no licence quota`, rows, licence: 'Business Starter', ...freeLicences }),
  ),
  { ...ours, name: 'suspend people', rows: 1_000, exists: true, suspends: true },
  { name: 'new users', rows: 1_000, transport: 'advanced', baseline: false },
  { name: full, rows: 1_000, transport: 'advanced', baseline: false, licence: 'Business Starter' },
  { name: 'new users', rows: 1_000, transport: 'advanced', baseline: true },
  { name: full, rows: 1_000, transport: 'advanced', baseline: true, licence: 'Business Starter' },
];

/** The job that is short enough to be waited for on the real clock. */
export const onRealClock: Job = { ...ours, name: full, rows: 300, licence: 'Business Starter', ...freeLicences };
