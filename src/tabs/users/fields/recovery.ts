import { doubtOfPhone } from '../../../google/calling-codes';
import { checkMailAddress, checkPhone, plainPhone } from '../../../google/limits';
import { at } from '../../../table/places';
import { inUser, user } from './make';

/** What gets somebody back into the account. */

/** A private address. */
export const recoveryEmail = user.text({
  id: 'recoveryEmail',
  header: 'Recovery email',
  width: 200,
  synonyms: [
    'Recovery email address',
    'E-Mail-Adresse zur Wiederherstellung',
    'E-Mail-Adresse zur Kontowiederherstellung',
    'Correo electrónico de recuperación',
    'E-mail de récupération',
    'Adresse e-mail de récupération',
    '再設定用のメールアドレス',
    '辅助邮箱',
    '備援電子郵件',
    '복구 이메일',
    'E-mail de recuperação',
    'Email di recupero',
    'Herstel-e-mailadres',
    'Pomocniczy adres e-mail',
    'Wiederherstellungs-E-Mail',
    'Wiederherstellungs-E-Mail-Adresse',
    'Correo de recuperación',
    'E-mail de secours',
    'Adresse e-mail de secours',
  ],
  note: 'A private address for getting back into the account; - clears it.',
  clearable: true,
  tidy: (text) => text.toLowerCase(),
  check: checkMailAddress,
  place: inUser(at('recoveryEmail')),
});

/** A phone number with its country code. */
export const recoveryPhone = user.text({
  id: 'recoveryPhone',
  header: 'Recovery phone',
  synonyms: [
    'Recovery Phone [MUST BE IN THE E.164 FORMAT]',
    'Recovery phone number',
    'Telefonnummer zur Wiederherstellung',
    'Telefonnummer zur Kontowiederherstellung',
    'Teléfono de recuperación',
    'Téléphone de récupération',
    '再設定用の電話番号',
    '辅助电话',
    '備援電話',
    '복구 전화번호',
    'Telefone de recuperação',
    'Telefono di recupero',
    'Hersteltelefoonnummer',
    'Pomocniczy numer telefonu',
    'Wiederherstellungstelefon',
    'Wiederherstellungs-Telefonnummer',
    'Número de teléfono de recuperación',
    'Numéro de téléphone de récupération',
  ],
  note: 'A phone number with + and country code, such as +34600111222; - clears it.',
  clearable: true,
  tidy: plainPhone,
  check: checkPhone,
  doubt: doubtOfPhone,
  place: inUser(at('recoveryPhone')),
});
