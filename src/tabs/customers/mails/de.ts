import type { MailWords } from './words';

/** German. */
export const german: MailWords = {
  language: 'de',
  hello: 'Guten Tag,',
  bye: 'Wenn etwas unklar ist, antworten Sie einfach auf diese Mail.',
  welcome: {
    subject: '{domain}: Ihr Google-Konto ist bereit, bitte Bedingungen annehmen',
    text: 'das Google-Konto für {domain} ist eingerichtet. Was noch fehlt, können nur Sie selbst tun:',
  },
  remind: {
    subject: 'Erinnerung: {domain} wartet noch auf Sie',
    text: 'was für {domain} bestellt ist, wartet noch auf Sie. Was noch fehlt, können nur Sie selbst tun:',
  },
  confirm:
    'Öffnen Sie die Mail, die Google an {administrator} geschickt hat, und bestätigen Sie die Adresse über den Link darin.',
  accept:
    'Melden Sie sich unter {adminConsole} als {administrator} an und nehmen Sie die Vereinbarung „Google Workspace via Reseller“ an. Bis dahin bleiben die Dienste gesperrt.',
  verify:
    'Bestätigen Sie die Domain {domain}: Konto › Domains › Domains verwalten. Wird eine Domain nicht innerhalb von 21 Tagen bestätigt, kann Google das Konto sperren.',
  token: {
    subject: '{domain}: Bitte um ein Transfertoken',
    text: 'damit wir die Google-Abos von {domain} betreuen können, brauchen wir ein Transfertoken. Ein Super Admin erzeugt es so:\n\n1. Unter {tokenPage} anmelden (Admin-Konsole: Konto › Kontoeinstellungen › Transfertoken).\n2. Unsere öffentliche ID {publicId} eingeben und prüfen, dass unser Name erscheint.\n3. Das Token generieren, kopieren und uns schicken.\n\nEs gilt 14 bis 30 Tage, bitte schicken Sie es bald. Ihre Daten und Konten bleiben, wie sie sind.',
  },
};
