import {
  changeSettings,
  limitsSaid,
  protect,
  setLeaveTo,
  setLimits,
  setLists,
  settings,
} from '../../job/keeping/settings';
import { paceSays, paceSetting, setPace } from '../../job/reach/pace';
import { tell } from './menu';

/** Menu entries that ask for a setting. */

/** Asks how many people a run may create, suspend, archive and delete, and how much take, without asking again. */
export function askLimits(): void {
  const ui = SpreadsheetApp.getUi();
  const asked = ui.prompt(
    'Limits',
    `How many people may one run create, suspend, archive and delete, and how many licences, roles, groups and aliases take away, without asking you again? Now: ${limitsSaid()}. Write those that change, such as: deleted 50, taken 300.`,
    ui.ButtonSet.OK_CANCEL,
  );
  const text = asked.getResponseText().trim();
  if (asked.getSelectedButton() === ui.Button.OK && text !== '') tell(() => setLimits(text));
}

/** Asks whom nobody changes destructively without a second yes. */
export function askProtected(): void {
  const ui = SpreadsheetApp.getUi();
  const now = settings().protect.join(', ') || 'nobody';
  const asked = ui.prompt(
    'Protected people',
    `Administrators are renamed, reset, suspended, archived or deleted only after a second yes of yours by name. Who else? Write addresses, separated by commas; - for nobody. Now: ${now}.`,
    ui.ButtonSet.OK_CANCEL,
  );
  const text = asked.getResponseText().trim();
  if (asked.getSelectedButton() !== ui.Button.OK || text === '') return;
  tell(() => protect(text === '-' ? [] : text.split(/[\s,;]+/).filter(Boolean)));
}

/** Asks what becomes of licences, roles, groups and aliases that rows do not list. */
export function askLists(): void {
  const ui = SpreadsheetApp.getUi();
  const asked = ui.prompt(
    'What rows do not list',
    `Licences, roles, groups and aliases that a filled cell does not list: keep them (write: at least), or take them away (write: exact)? A blank cell takes nothing, - means none. Now: ${settings().lists.replace('-', ' ')}.`,
    ui.ButtonSet.OK_CANCEL,
  );
  const text = asked.getResponseText().trim();
  if (asked.getSelectedButton() === ui.Button.OK && text !== '') tell(() => setLists(text));
}

/** Asks what becomes of people who leave. */
export function askLeaving(): void {
  const ui = SpreadsheetApp.getUi();
  const asked = ui.prompt(
    'People who leave',
    `What becomes of them in the end (People › Somebody leaves…): suspended, archived or deleted? Deleting has to be armed. Now: ${settings().leaveTo}.`,
    ui.ButtonSet.OK_CANCEL,
  );
  const text = asked.getResponseText().trim();
  if (asked.getSelectedButton() === ui.Button.OK && text !== '') tell(() => setLeaveTo(text));
}

/** Turns the mail at the end of a run on or off. */
export const switchMail = (): void => {
  tell(() =>
    changeSettings({ mailWhenDone: !settings().mailWhenDone }).mailWhenDone
      ? 'You get a mail when a run of yours has ended.'
      : 'No mails any more when a run has ended.',
  );
};

/** Asks whether lanes may try more than Google documents. */
export function switchPace(): void {
  const ui = SpreadsheetApp.getUi();
  const learns = paceSetting() === 'learned';
  const other = learns ? 'Keep to what Google documents' : 'Send more where Google takes more';
  const asked = ui.alert('Pace', `${paceSays[paceSetting()]} ${other} from now on?`, ui.ButtonSet.YES_NO);
  if (asked === ui.Button.YES) tell(() => paceSays[setPace(learns ? 'documented' : 'learned')]);
}
