import type { Action } from '../tabs/tab';
import { provision } from './provision';
import { putBack } from './put-back';

/** Everything that a person can start on rows. Menu, sidebar, command line and docs follow from this list. */
export const actions: readonly Action[] = [provision, putBack];
