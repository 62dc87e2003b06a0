import type { Arguments } from './arguments';
import { ask, ServerSaidNo, type Desk } from './desk';
import type { Session } from './session';

/**
 * Invites the administrators that `--invite` names, each whom rows wait for and who was not invited before; who cannot
 * be is told in the session's warnings.
 */
export function inviteAdministrators(desk: Desk, { invite = [] }: Pick<Arguments, 'invite'>, session: Session): void {
  for (const email of invite) {
    try {
      const { id } = ask(desk.host, 'writeInvitation', { account: '', email, language: 'en' });
      ask(desk.host, 'sendInvitation', { id });
    } catch (error) {
      if (!(error instanceof ServerSaidNo)) throw error;
      session.warnings.push(error.message);
    }
  }
}
