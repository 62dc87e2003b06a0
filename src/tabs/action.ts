import type { PersonDeed } from './users/deeds/deed';

/** What a person starts on rows. */
export interface Action {
  /** Its name in jobs, in `--action` and in the docs. */
  readonly id: string;
  readonly label: string;
  /** What it does, in a sentence. */
  readonly help: string;
  /** The menu that starts it on the selected rows; left out: it is started from elsewhere. */
  readonly menu?: 'People';
  /** What was changed at Google since is put back to what the row says, instead of being reported. */
  readonly putBack?: true;
  /** The one tab that it works on; left out: all of them. */
  readonly tab?: string;
  /** What it does with people, in place of what their rows wish. */
  readonly deed?: PersonDeed;
}
