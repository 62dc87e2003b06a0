import type { DetailsWords } from './words';

/** The languages that there are words in; the first is for everybody else. */
export const languages: readonly DetailsWords[] = [
  {
    language: 'en',
    hello: 'Hello {name},',
    new: { subject: 'Your new account {email}', text: 'Your account is ready.' },
    reset: { subject: 'A new password for {email}', text: 'Your account has a new password.' },
    restored: {
      subject: 'Your account {email} is back',
      text: 'Your account was restored. It can take a day until everything is in it again.',
    },
    link: 'Sign in at',
    address: 'Address',
    password: 'Password',
    changes: 'When you sign in, you choose a password of your own.',
    asBefore: 'Your password is the one that you had before.',
    bye: 'Delete this mail afterwards. If you did not expect it, tell your administrator.',
    slip: {
      steps: ['Open {link} and choose “Use another account”.', 'Type address and password as they stand here.'],
      changes: 'Choose a password of your own. This slip is worthless from then on.',
      secondStep: 'Switch on 2-step verification: Security › 2-Step Verification.',
      bye: 'Nobody will ever ask you for your password. Destroy this slip after you have signed in.',
    },
  },
  {
    language: 'de',
    hello: 'Guten Tag {name},',
    new: { subject: 'Ihr neues Konto {email}', text: 'Ihr Konto ist bereit.' },
    reset: { subject: 'Ein neues Passwort für {email}', text: 'Ihr Konto hat ein neues Passwort.' },
    restored: {
      subject: 'Ihr Konto {email} ist wieder da',
      text: 'Ihr Konto wurde wiederhergestellt. Es kann einen Tag dauern, bis alles wieder darin ist.',
    },
    link: 'Anmelden unter',
    address: 'Adresse',
    password: 'Passwort',
    changes: 'Bei der Anmeldung wählen Sie ein eigenes Passwort.',
    asBefore: 'Ihr Passwort ist das bisherige.',
    bye: 'Löschen Sie diese Mail danach. Wenn Sie sie nicht erwartet haben, sagen Sie es Ihrem Administrator.',
    slip: {
      steps: [
        'Öffnen Sie {link} und wählen Sie „Anderes Konto verwenden“.',
        'Geben Sie Adresse und Passwort so ein, wie sie hier stehen.',
      ],
      changes: 'Wählen Sie ein eigenes Passwort. Dieser Zettel ist danach wertlos.',
      secondStep: 'Schalten Sie die Bestätigung in zwei Schritten ein: Sicherheit › Bestätigung in zwei Schritten.',
      bye: 'Niemand wird Sie je nach Ihrem Passwort fragen. Vernichten Sie diesen Zettel nach der Anmeldung.',
    },
  },
  {
    language: 'es',
    hello: 'Hola, {name}:',
    new: { subject: 'Su nueva cuenta {email}', text: 'Su cuenta está lista.' },
    reset: { subject: 'Una nueva contraseña para {email}', text: 'Su cuenta tiene una nueva contraseña.' },
    restored: {
      subject: 'Su cuenta {email} está de vuelta',
      text: 'Su cuenta se ha restaurado. Puede tardar un día hasta que todo vuelva a estar en ella.',
    },
    link: 'Inicie sesión en',
    address: 'Dirección',
    password: 'Contraseña',
    changes: 'Al iniciar sesión elegirá una contraseña propia.',
    asBefore: 'Su contraseña es la que tenía antes.',
    bye: 'Después borre este correo. Si no lo esperaba, avise a su administrador.',
    slip: {
      steps: ['Abra {link} y elija «Usar otra cuenta».', 'Escriba la dirección y la contraseña tal como figuran aquí.'],
      changes: 'Elija una contraseña propia. A partir de entonces esta hoja no vale nada.',
      secondStep: 'Active la verificación en dos pasos: Seguridad › Verificación en dos pasos.',
      bye: 'Nadie le pedirá nunca su contraseña. Destruya esta hoja después de iniciar sesión.',
    },
  },
  {
    language: 'fr',
    hello: 'Bonjour {name},',
    new: { subject: 'Votre nouveau compte {email}', text: 'Votre compte est prêt.' },
    reset: { subject: 'Un nouveau mot de passe pour {email}', text: 'Votre compte a un nouveau mot de passe.' },
    restored: {
      subject: 'Votre compte {email} est de retour',
      text: 'Votre compte a été restauré. Il peut falloir un jour pour que tout y soit de nouveau.',
    },
    link: 'Se connecter',
    address: 'Adresse',
    password: 'Mot de passe',
    changes: 'À la connexion, vous choisirez votre propre mot de passe.',
    asBefore: 'Votre mot de passe est celui que vous aviez avant.',
    bye: 'Supprimez ensuite ce message. Si vous ne l’attendiez pas, prévenez votre administrateur.',
    slip: {
      steps: [
        'Ouvrez {link} et choisissez « Utiliser un autre compte ».',
        'Saisissez l’adresse et le mot de passe tels qu’ils figurent ici.',
      ],
      changes: 'Choisissez votre propre mot de passe. Cette feuille ne vaut alors plus rien.',
      secondStep: 'Activez la validation en deux étapes : Sécurité › Validation en deux étapes.',
      bye: 'Personne ne vous demandera jamais votre mot de passe. Détruisez cette feuille après la connexion.',
    },
  },
];
