import type { Action } from '../tabs/action';
import { handOff } from './hand-off';
import { leave } from './leave';
import { provision } from './provision';
import { putBack } from './put-back';
import { reIssue } from './re-issue';
import { resetPassword } from './reset-password';
import { signOut } from './sign-out';

/** Everything that a person can start on rows. Menu, sidebar, command line and docs follow from this list. */
export const actions: readonly Action[] = [provision, putBack, resetPassword, reIssue, signOut, handOff, leave];
