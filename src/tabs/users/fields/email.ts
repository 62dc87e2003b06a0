import { atFirstUse } from '../../../engine/at-first-use';
import { checkEmail } from '../../../google/limits';
import { at } from '../../../table/places';
import { fold } from '../../../table/text';
import type { DomainState } from '../../domains';
import { inUser, user } from './make';

const header = 'Email';

const synonyms = [
  'Primary email',
  'Email address',
  'Email Address [Required]',
  'Primary email address',
  'Work email',
  'E-Mail-Adresse',
  'Primäre E-Mail-Adresse',
  'Correo',
  'Correo electrónico',
  'Dirección de correo electrónico',
  'Courriel',
  'Adresse e-mail',
  'Adresse e-mail principale',
  'メールアドレス',
  'メール',
  '电子邮件',
  '邮箱',
  '電子郵件',
  '이메일',
  '이메일 주소',
  'Endereço de e-mail',
  'Indirizzo email',
  'Posta elettronica',
  'E-mailadres',
  'Adres e-mail',
  'Электронная почта',
  'Адрес электронной почты',
  'Mailadresse',
  'Primäre E-Mail',
  'Geschäftliche E-Mail',
  'Correo principal',
  'Correo corporativo',
  'E-mail corporativo',
  'Adresse mail',
  'Adresse électronique',
  'Adresse de messagerie',
  'E-mail professionnel',
  'E-mail principal',
];

/** What a header row says that stands among the people a second time, as where files were put together. */
const headers = atFirstUse(() => new Set([header, ...synonyms].map(fold)));

/** The address that the person signs in with. */
export const email = user.found({
  id: 'email',
  header,
  required: true,
  width: 220,
  synonyms,
  note: 'The address the person signs in with, such as ana@shop.example. To rename somebody, change the address and leave the User ID.',
  blank: 'The row has no address. Write the address the person signs in with, or empty the row.',
  dash: 'A - does not belong here: a row needs the address the person signs in with.',
  find: (text, { standing }) => {
    if (headers().has(fold(text))) return { kind: 'wrong', says: 'This row repeats the headers. Delete it.' };
    const [says, ...also] = [checkEmail(text), complaintOf(standing)].flatMap((one) => one ?? []);
    return says === undefined ? { kind: 'value', value: text.toLowerCase() } : { kind: 'wrong', says, also };
  },
  place: inUser(at('primaryEmail')),
});

function complaintOf(standing: DomainState | undefined): string | undefined {
  return standing === undefined || standing.kind === 'waits' ? undefined : standing.complaint;
}
