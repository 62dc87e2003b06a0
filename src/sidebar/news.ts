import type { Progress } from '../job/wire';
import { type State, underWay } from './state';
import { count, inWords } from './words';

/** What was said last. */
export interface News {
  readonly words: string;
  /** What the work was said to wait for in this tenth of it, without figures: they change at every look. */
  readonly waits: readonly string[];
}

/**
 * What is to be said after a change of the sidebar: what Google is asked, what was just done, how far the work is in
 * tenths, and how it ended. The same words again are no news.
 */
export function newsAfter(last: News, before: State, now: State): News {
  const words = doneNow(before, now) || endOf(before, now);
  if (words) return { ...last, words };
  const milestone = milestoneOf(last, before, now);
  if (milestone) return milestone;
  // The page of an end comes after the end, which is still being said.
  const isPast = before.busy !== '' || (before.page !== now.page && before.page !== 'running');
  return isPast && !now.busy ? { ...last, words: '' } : last;
}

/** What a person started: asked, done, copied, imported. */
function doneNow(before: State, now: State): string {
  const changed = (['busy', 'notice', 'copied'] as const).find((name) => now[name] && now[name] !== before[name]);
  return changed ? now[changed] : importedNow(before.importing, now.importing);
}

function importedNow(before: State['importing'], now: State['importing']): string {
  if (!now) return '';
  const { result, view, source } = now;
  if (result && !before?.result) {
    const { added, updated, leftOut, stopped } = result;
    return `${stopped ? 'Import stopped' : 'Imported'}: ${added} added, ${updated} changed, ${leftOut} left out.`;
  }
  return view && view !== before?.view ? count(view.rows, 'row') + ' in ' + source : '';
}

/** Somebody who went to another page is told there, by a notice. */
function endOf(before: State, { working, progress }: State): string {
  const wasHere = before.page === 'running' && before.working && !working;
  if (!wasHere || !progress || underWay(progress)) return '';
  const { job, phase, adrift, stopped, counts } = progress;
  const how = (job === 'check' ? 'The check ' : 'The run ') + (phase === 'stopped' ? 'was stopped' : 'has finished');
  return [how + ': ' + inWords(counts) + '.', adrift || stopped].filter(Boolean).join(' ');
}

/** In tenths: rows change too often to be read out. */
const tenthsOf = ({ due, done }: Progress): number => (due ? Math.floor((10 * done) / due) : 0);

function milestoneOf({ waits }: News, before: State, { page, progress }: State): News | null {
  if (page !== 'running' || !underWay(progress)) return null;
  const tenths = tenthsOf(progress);
  const isNext = before.page !== page || !before.progress || tenthsOf(before.progress) !== tenths;
  const said = isNext ? [] : waits;
  const wait = progress.waitsFor.replace(/\d+/g, '');
  const isTold = !wait || said.includes(wait);
  if (isTold && (!isNext || !tenths)) return null;
  const words = [tenths && tenths + '0 percent done', !isTold && progress.waitsFor];
  return { words: words.filter(Boolean).join('. '), waits: isTold ? said : [...said, wait] };
}
