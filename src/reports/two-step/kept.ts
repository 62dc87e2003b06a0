import { cellText } from '../../table/text';
import type { Values } from '../../tabs/sheet';
import type { TwoStep } from '../coverage/cover';

/** What the tab of the report kept: Google tells how 2-step stands, and not since when. */

/** The tab that the report fills. */
export const twoStepTab = '2-step';

/** The headers that something is kept under. */
export const twoStepHeaders = {
  address: 'Address',
  is: 'Who',
  enrolled: 'Enrolled',
  enforced: 'Enforced',
  since: 'So at least since',
  lastSignIn: 'Last sign-in',
  seen: 'Seen',
} as const;

/** How somebody stood at the last look, and since when at least. */
export interface KeptTwoStep {
  /** `First administrator`, as the report says who somebody is. */
  readonly is: string;
  readonly twoStep: TwoStep;
  readonly since: string;
  readonly lastSignIn: string;
  readonly seen: string;
}

/**
 * The lines of the tab by address. A tab with other headers is somebody's own, and holds none; nor does an odd line.
 */
export function keptTwoStep(values: Values): ReadonlyMap<string, KeptTwoStep> {
  const headers = (values[0] ?? []).map(cellText);
  if (!Object.values(twoStepHeaders).every((header) => headers.includes(header))) return new Map();
  const lines = values.slice(1).flatMap((cells) => {
    const text = (name: keyof typeof twoStepHeaders): string =>
      cellText(cells[headers.indexOf(twoStepHeaders[name])] ?? '');
    const twoStep = stoodAs[`${text('enrolled')} ${text('enforced')}`];
    if (!twoStep || !/^\d{4}-\d\d-\d\d$/.test(text('since'))) return [];
    const line = { is: text('is'), twoStep, since: text('since'), lastSignIn: text('lastSignIn'), seen: text('seen') };
    return [[text('address').toLowerCase(), line] as const];
  });
  return new Map(lines);
}

const stoodAs: Readonly<Record<string, TwoStep>> = {
  'yes yes': 'enforced',
  'yes no': 'enrolled',
  'no yes': 'enforced, not enrolled',
  'no no': 'no',
};
