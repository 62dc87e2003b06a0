import { atFirstUse } from '../engine/at-first-use';
import { outcomes, type Outcome } from '../engine/outcome';
import { fold, visible } from './text';

/** How an outcome looks in the Status column. Colours are hex RGB; the word always stands beside them. */
export interface StatusLook {
  readonly word: string;
  readonly text: string;
  readonly background: string;
}

/** The word and the colours of each outcome. A row that was not checked has an empty Status. */
export const statusLooks: Readonly<Record<Outcome, StatusLook>> = {
  notChecked: { word: '', text: '#202124', background: '#ffffff' },
  planned: { word: 'Ready', text: '#174ea6', background: '#e8f0fe' },
  settled: { word: 'Up to date', text: '#0d652d', background: '#f1f8f3' },
  running: { word: 'Running', text: '#174ea6', background: '#d2e3fc' },
  done: { word: 'Done', text: '#0d652d', background: '#ceead6' },
  waiting: { word: 'Waiting', text: '#6b3c00', background: '#fef7e0' },
  blocked: { word: 'Needs you', text: '#7a2e00', background: '#fde7d3' },
  failed: { word: 'Failed', text: '#8c1d18', background: '#fad2cf' },
  notReached: { word: 'Not reached', text: '#3c4043', background: '#f1f3f4' },
  stale: { word: 'Changed since check', text: '#4a2b7b', background: '#f0e6fb' },
};

/** The word for an outcome in the Status column. */
export function statusWord(outcome: Outcome): string {
  return statusLooks[outcome].word;
}

/** The outcome that a Status cell names, in whatever case; undefined for a word that is not ours. */
export function outcomeOf(status: string): Outcome | undefined {
  if (visible(status) === '') return 'notChecked';
  return byWord().get(fold(status));
}

const byWord = atFirstUse(
  () =>
    new Map(
      outcomes.filter((outcome) => outcome !== 'notChecked').map((outcome) => [fold(statusWord(outcome)), outcome]),
    ),
);
