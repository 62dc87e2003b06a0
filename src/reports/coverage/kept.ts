import { cellText } from '../../table/text';
import type { Values } from '../../tabs/sheet';
import { accountStates, twoSteps, type AccountState, type Cover, type TwoStep } from './cover';

/** What the tab of the report kept of an earlier look, which another administrator may have had. */

/** What of a line outlives the look that it is from. */
export type Kept = Pick<
  Cover,
  'account' | 'cloudIdentity' | 'role' | 'firstSignIn' | 'lastSignIn' | 'twoStep' | 'seen'
>;

/** The headers that a line is kept under. */
export const keptHeaders = {
  address: 'Address',
  account: 'Account',
  cloudIdentity: 'Cloud Identity',
  role: 'Role',
  firstSignIn: 'First sign-in',
  lastSignIn: 'Last sign-in',
  twoStep: '2-step',
  seen: 'Seen',
} as const;

/** The lines of a tab by address. A tab with other headers is somebody's own, and holds none; nor does an odd line. */
export function keptLines(values: Values): ReadonlyMap<string, Kept> {
  const headers = (values[0] ?? []).map(cellText);
  if (!isOurs(headers)) return new Map();
  const lines = values.slice(1).flatMap((cells) => {
    const text = (name: keyof typeof keptHeaders): string => cellText(cells[headers.indexOf(keptHeaders[name])] ?? '');
    const line = lineOf(text);
    return line ? [[text('address').toLowerCase(), line] as const] : [];
  });
  return new Map(lines);
}

const isOurs = (headers: readonly string[]): boolean =>
  Object.values(keptHeaders).every((header) => headers.includes(header));

function lineOf(text: (name: keyof typeof keptHeaders) => string): Kept | undefined {
  const account = accountStates.find((one): one is AccountState => one === text('account'));
  if (!account || account === 'not seen yet' || !isDay(text('seen'))) return undefined;
  return {
    account,
    cloudIdentity: text('cloudIdentity'),
    role: text('role'),
    firstSignIn: text('firstSignIn'),
    lastSignIn: text('lastSignIn'),
    twoStep: twoSteps.find((one): one is TwoStep => one === text('twoStep')) ?? '',
    seen: text('seen'),
  };
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text);
}
