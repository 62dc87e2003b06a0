import type { Act } from '.';
import { copyText, saveFile } from '../browser';
import { type Handed, handOffCsv, leftOut } from '../file/hand-off';
import { count } from '../words';

/** The one password that stands on the screen. */
export interface Shown {
  readonly shown: Handed | null;
  readonly show: (handed: Handed | null) => void;
}

const csvNotice = (people: readonly Handed[], done: string): string => {
  const missing = leftOut(people);
  return (
    done +
    (missing
      ? ' ' + count(missing, 'password begins', 'passwords begin') + ' like a formula and can only be shown here.'
      : '')
  );
};

/** Fetches, copies and saves these people; what is fetched lives as long as the click. */
export function handOffWays(act: Act, emails: readonly string[], { shown, show }: Shown) {
  const toggle = async (email: string) => {
    if (shown?.email === email) return show(null);
    const [handed] = (await act.passwordsOf([email])) ?? [];
    if (handed) show(handed);
  };
  const copyOne = async (email: string) => {
    const [handed] = (await act.passwordsOf([email])) ?? [];
    if (!handed) return;
    if (await copyText(handed.password)) return act.notice('The password of ' + email + ' is on the clipboard.');
    show(handed);
    act.notice('The browser does not let the sidebar copy: select the password and copy it.');
  };
  const copyAll = async () => {
    const people = await act.passwordsOf(emails);
    if (!people) return;
    const copied = await copyText(handOffCsv(people));
    act.notice(
      copied
        ? csvNotice(people, count(people.length, 'person', 'people') + ' copied as CSV.')
        : 'The browser does not let the sidebar copy: save the CSV file instead.',
    );
  };
  const saveAll = async () => {
    const people = await act.passwordsOf(emails);
    if (!people) return;
    saveFile('first-passwords.csv', handOffCsv(people));
    act.handing('csv', emails);
    act.notice(csvNotice(people, 'Saved. Delete the file when the passwords are handed on.'));
  };
  return { toggle, copyOne, copyAll, saveAll };
}
