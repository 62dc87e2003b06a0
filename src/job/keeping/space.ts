import { isOnceOnly } from '../../google/retry';
import { tabOf } from '../../tabs';
import type { Line } from '../../tabs/line';
import { storeSize } from '../platform-refusals';
import { Trouble } from '../trouble';
import type { PlanView } from '../wire';
import { noteTakes } from './begun';
import { currentJob, jobName } from './job-record';
import type { ScopeList } from './scope-list';
import { documentStore, jsonOf, userStore } from './stores';

/** Whether what a job keeps in properties has room there, before it is needed. */

/** Left for what changes while a job goes on: creations in flight, progress, what was learned. In bytes. */
const beside = 40 * 1024;
/** Notes go in shares of 8,000 characters, each with a gap at its end. */
const gaps = 1.05;

const moreRoom =
  'Or go on in another copy of the spreadsheet, whose memory is empty; if another script is bound to this one, what that keeps takes of the same memory.';

/** Throws Trouble where a list of chosen rows is longer than there is room for. */
export function refuseLongList(
  list: ScopeList | undefined,
  { rows, me }: { readonly rows: number; readonly me: string },
): void {
  if (list === undefined) return;
  const store = documentStore();
  // The job before gives way, unless it is a plan of somebody else's, which stays.
  const last = currentJob();
  const stays = last?.phase === 'checked' && last.startedBy !== me;
  const left = storeSize - beside - store.size() + (stays ? 0 : store.sizeOf(jobName));
  const takes = jsonOf(list).length;
  if (takes <= left) return;
  // A shorter list is packed a little less well.
  const fit = Math.max(0, Math.floor((0.9 * rows * left) / takes));
  throw new Trouble('storeFull', {
    says: `Which ${rows} rows were chosen takes ${kilobytes(takes)} of the script’s own memory (its properties, 500 KB), where ${kilobytes(Math.max(0, left))} are left. Nothing was checked.`,
    remedy: `Check everything, which needs no list${fit > 0 ? `, or at most ${fit} rows at a time` : ''}. ${moreRoom}`,
  });
}

/** What keeps a plan from being run: notes of what must never be repeated that stay, and find no room. */
export function lackingSpace(planned: readonly Line[]): PlanView['lacks'] {
  const staying = planned.filter(
    ({ key, plan }) => tabOf(key)?.staysBegun === true && plan.writes.some(({ op }) => isOnceOnly({ op })),
  );
  const left = storeSize - beside - Math.max(documentStore().size(), userStore().size());
  const takes = staying.reduce((sum, { key }) => sum + (key.length + noteTakes) * gaps, 0);
  if (staying.length === 0 || takes <= left) return undefined;
  const fit = Math.max(0, Math.floor((staying.length * left) / takes));
  return {
    says: `For each row that sends a mail or makes a team a note is kept in the script’s own memory (its properties, 500 KB), so that neither is done twice: there is room for ${fit} more, and this plan has ${staying.length}.`,
    remedy: `${fit > 0 ? `Check at most ${fit} of these rows at a time. ` : ''}Where first passwords wait, hand them off and erase them: they take of the same memory. ${moreRoom}`,
  };
}

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024)} KB`;
}
