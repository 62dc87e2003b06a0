import type { InvitationWords } from './words';

/** German. */
export const german: InvitationWords = {
  language: 'de',
  name: 'Deutsch',
  subject: '{account}: Zeilen einer Tabelle warten auf Sie ({rows})',
  text: `Guten Tag,

{by} richtet Personen bei Google mit einer Tabelle ein. {rows} ihrer Zeilen betreffen {domains}; nur ein Administrator von {account} kann sie prüfen und ausführen.

1. Öffnen Sie {link} als Administrator von {account}, in einem Browserprofil nur mit diesem Konto. Sie müssen die Tabelle bearbeiten können: Wenn nicht, bitten Sie {by}, sie für Sie freizugeben.
2. Wählen Sie Seatsheet › Open Seatsheet. Google fragt nach Berechtigungen: Personen, Gruppen, Organisationseinheiten, Rollen und Domains Ihres Kontos, Bestellungen und Lizenzen zu sehen und zu verwalten, in dieser Tabelle zu arbeiten und in Ihrem Namen Mails zu senden. Alles geschieht in Ihrem Namen; niemand sonst erhält Ihre Rechte.
3. Wenn Google sagt, dass die App nicht überprüft ist: Erweitert › Seatsheet öffnen. Wenn die App blockiert ist: unter Admin-Konsole › Sicherheit › Zugriffs- und Datenkontrolle › API-Steuerung › App-Zugriffssteuerung zulassen, oder {by} um eine Kopie Ihrer Zeilen bitten.
4. Wählen Sie Check. Sie sehen nur die Zeilen von {account} und jede Änderung, bevor sie gemacht wird. Geändert wird erst etwas, wenn Sie Run wählen.

Erste Passwörter, die dabei entstehen, warten unter Hand-off auf Sie; {by} sieht sie nicht.
`,
};
