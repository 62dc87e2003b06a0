import { checkMailAddress } from '../../../google/limits';
import { user } from './make';

/** Where a hand-off by mail goes. It is read when it is used, and never sent to Google. */
export const sendTo = user.text({
  id: 'sendTo',
  header: 'Send details to',
  width: 200,
  synonyms: ['Send details to email', 'Zugangsdaten an', 'Enviar datos a', 'Envoyer les accès à'],
  note: 'An address that the person reads already: address and password go there with People › Mail sign-in details.',
  dash: 'A - does not belong here. Clear the cell.',
  tidy: (text) => text.toLowerCase(),
  check: checkMailAddress,
});
