import type { AccountCopy, InvitationAsk } from '../../job/accounts/wire';
import { ask, type Tools } from './tools';

/** Other accounts' administrators: invited by mail, or handed a copy of their rows. */
export function administratorActions(tools: Tools) {
  const { store, call } = tools;

  async function showAdministrators(notice = ''): Promise<void> {
    store.set({ page: 'administrators', administrators: null, invitation: null });
    const administrators = await ask(tools, 'Looking whom rows wait for…', () => call('getOtherAdministrators'));
    if (administrators) store.set({ administrators, notice });
  }

  async function writeInvitation(asked: InvitationAsk): Promise<void> {
    const invitation = await ask(tools, 'Writing the invitation…', () => call('writeInvitation', asked));
    if (invitation) store.set({ invitation });
  }

  /** Sends what is shown; to somebody who was invited before because the button said so. */
  async function sendInvitation(id: string, again: boolean): Promise<void> {
    const sent = await ask(tools, 'Sending…', () => call('sendInvitation', { id, again }));
    if (sent) await showAdministrators(sent.says);
  }

  const copyForAccount = (account: string): Promise<AccountCopy | null> =>
    ask(tools, 'Copying the rows…', () => call('copyForAccount', { account }));

  const dropInvitation = (): void => store.set({ invitation: null, trouble: null });

  return { showAdministrators, writeInvitation, sendInvitation, copyForAccount, dropInvitation };
}
