import { dailyQuotas } from '../apps-script/limits';
import type { DailyQuota } from '../apps-script/limits';
import type { Measured } from './measure';
import { lines } from './table';
import type { Used } from './used';

/** What the platform was asked for, and what that is of a day's quota. */

/** Which counter each daily quota is about. */
const countedAs: Readonly<Record<DailyQuota, keyof Used>> = {
  urlFetch: 'urlFetches',
  mailRecipients: 'mailRecipients',
  triggerMinutes: 'triggerMinutes',
  propertyCalls: 'propertyCalls',
};

/** The part of a day's quota that was used, by tier, in percent. */
export function shareOfDay(used: Used, quota: DailyQuota): Readonly<Record<keyof typeof dailyQuotas, number>> {
  const share = (most: number): number => Math.round((used[countedAs[quota]] / most) * 1000) / 10;
  return { workspace: share(dailyQuotas.workspace[quota]), consumer: share(dailyQuotas.consumer[quota]) };
}

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1);

function quotaText(used: Used, quota: DailyQuota): string {
  const { workspace, consumer } = shareOfDay(used, quota);
  return `${Math.round(used[countedAs[quota]])} (${workspace.toFixed(1)} · ${consumer.toFixed(1)} %)`;
}

const columns: readonly (readonly [string, (used: Used) => string])[] = [
  ['execs', ({ executions, looks }) => String(executions - looks)],
  ['looks', ({ looks }) => String(looks)],
  ['doc calls', ({ documentCalls }) => String(documentCalls)],
  ['cells read', ({ cellsRead }) => String(cellsRead)],
  ['written', ({ cellsWritten }) => String(cellsWritten)],
  ['MB read', ({ bytesRead }) => megabytes(bytesRead)],
  ['written', ({ bytesWritten }) => megabytes(bytesWritten)],
  ['properties', (used) => quotaText(used, 'propertyCalls')],
  ['caches', ({ cacheCalls }) => String(cacheCalls)],
  ['Utilities', ({ utilitiesCalls }) => String(utilitiesCalls)],
  ['fetches', (used) => quotaText(used, 'urlFetch')],
  ['triggers', ({ triggersMade }) => String(triggersMade)],
  ['their minutes', (used) => quotaText(used, 'triggerMinutes')],
  ['mails', (used) => quotaText(used, 'mailRecipients')],
];

/** The table. In brackets: percent of a day's quota of a Workspace and of a consumer account. */
export function pricesTable(measured: readonly Measured[]): string {
  const rows = measured.map((one) => ({
    name: one.name,
    cells: [
      String(one.rows),
      one.baseline ? 'plain script' : one.transport,
      ...columns.map(([, text]) => text(one.used)),
    ],
  }));
  return [
    'Used of the platform; in brackets percent of a day’s quota, Workspace · consumer account',
    ...lines(['rows', 'way', ...columns.map(([header]) => header)], rows),
    '',
    '',
  ].join('\n');
}
