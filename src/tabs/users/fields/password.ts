import { read } from '../../../table/cell';
import { passwordIn, type GivenPassword, type PasswordWish } from '../read-password';
import { user } from './make';

/** A password from a person, and what goes with it. */

/** Sent along with a password alone. */
export const changePassword = user.yesOrNo({
  id: 'changePassword',
  header: 'Change password at sign-in',
  width: 120,
  synonyms: [
    'Change Password at Next Sign-In',
    'Change password',
    'Force password change',
    'changePasswordAtNextLogin',
    'Must change password',
    'User must change password at next logon',
    'Passwort ändern',
    'Kennwort bei der nächsten Anmeldung ändern',
    'Change password at next login',
    'Change password at next sign in',
    'Passwort bei der nächsten Anmeldung ändern',
    'Cambiar la contraseña al iniciar sesión',
    'Modifier le mot de passe à la prochaine connexion',
    'Passwort bei nächster Anmeldung ändern',
    'Cambiar contraseña',
    'Cambiar contraseña en el próximo inicio de sesión',
    'Changer le mot de passe',
    'Changer le mot de passe à la prochaine connexion',
    'Alterar senha no próximo login',
  ],
  note: 'Yes or No. Empty (or an empty box) leaves it to Seatsheet: people choose a new password when they first sign in.',
});

/** A first password or a reset. */
export const password = user.secret({
  id: 'password',
  header: 'Password',
  synonyms: [
    'Password [Required]',
    'Passwort',
    'Kennwort',
    'Contraseña',
    'Mot de passe',
    'パスワード',
    '密码',
    '密碼',
    '비밀번호',
    'Senha',
    'Palavra-passe',
    'Wachtwoord',
    'Hasło',
    'Пароль',
    'Startpasswort',
    'Startkennwort',
    'Initialpasswort',
    'Erstpasswort',
    'Contraseña inicial',
    'Contraseña temporal',
    'Mot de passe initial',
    'Mot de passe provisoire',
    'Mot de passe temporaire',
    'Senha inicial',
    'Senha temporária',
  ],
  note: 'Better left empty: Seatsheet then makes a first password. Otherwise 8 to 100 characters, or a hash such as {SHA-1}…, {MD5}… or {crypt}$6$…. For somebody who exists it is a reset. The cell is wiped, but the version history of the sheet keeps what was typed.',
  read: (text) => read(passwordIn(text), (given) => ({ kind: 'value', value: wishOf(given) })),
});

function wishOf({ hashFunction }: GivenPassword): PasswordWish {
  return hashFunction === undefined ? { kind: 'clear' } : { kind: 'hash', hashFunction };
}
