import { passwordMark, type DetailsWords } from './words';

/** The languages that there are words in; the first is for everybody else. */
export const languages: readonly DetailsWords[] = [
  {
    language: 'en',
    hello: 'Hello {name},',
    new: { subject: 'Your new account {email}', text: 'Your account is ready.' },
    reset: { subject: 'A new password for {email}', text: 'Your account has a new password.' },
    access: `Sign in at: {link}\nAddress: {email}\nPassword: ${passwordMark}`,
    changes: 'When you sign in, you choose a password of your own.',
    bye: 'Delete this mail afterwards. If you did not expect it, tell your administrator.',
  },
  {
    language: 'de',
    hello: 'Guten Tag {name},',
    new: { subject: 'Ihr neues Konto {email}', text: 'Ihr Konto ist bereit.' },
    reset: { subject: 'Ein neues Passwort für {email}', text: 'Ihr Konto hat ein neues Passwort.' },
    access: `Anmelden unter: {link}\nAdresse: {email}\nPasswort: ${passwordMark}`,
    changes: 'Bei der Anmeldung wählen Sie ein eigenes Passwort.',
    bye: 'Löschen Sie diese Mail danach. Wenn Sie sie nicht erwartet haben, sagen Sie es Ihrem Administrator.',
  },
  {
    language: 'es',
    hello: 'Hola, {name}:',
    new: { subject: 'Su nueva cuenta {email}', text: 'Su cuenta está lista.' },
    reset: { subject: 'Una nueva contraseña para {email}', text: 'Su cuenta tiene una nueva contraseña.' },
    access: `Inicie sesión en: {link}\nDirección: {email}\nContraseña: ${passwordMark}`,
    changes: 'Al iniciar sesión elegirá una contraseña propia.',
    bye: 'Después borre este correo. Si no lo esperaba, avise a su administrador.',
  },
  {
    language: 'fr',
    hello: 'Bonjour {name},',
    new: { subject: 'Votre nouveau compte {email}', text: 'Votre compte est prêt.' },
    reset: { subject: 'Un nouveau mot de passe pour {email}', text: 'Votre compte a un nouveau mot de passe.' },
    access: `Se connecter : {link}\nAdresse : {email}\nMot de passe : ${passwordMark}`,
    changes: 'À la connexion, vous choisirez votre propre mot de passe.',
    bye: 'Supprimez ensuite ce message. Si vous ne l’attendiez pas, prévenez votre administrateur.',
  },
];
