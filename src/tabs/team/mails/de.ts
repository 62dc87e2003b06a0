import type { TeamWords } from './words';

/** German. */
export const german: TeamWords = {
  language: 'de',
  subject: 'Ihre Konten für die Betreuung unserer Kunden',
  subjectSoFar: 'Ihre Konten für die Betreuung unserer Kunden, soweit sie bereit sind',
  hello: 'Guten Tag {name},',
  accounts: 'das sind Ihre Konten:',
  role: 'Rolle: {role}',
  noRole: 'noch keine Rolle',
  notReady: 'noch nicht bereit',
  soFar: 'Noch sind nicht alle bereit. Es fehlen: {missing}. Sie hören von uns, sobald sie es sind.',
  passwords:
    'Passwörter stehen hier keine. Jedes erste Passwort wird Ihnen gesondert übergeben, und niemand wird Sie danach fragen.',
  portal: {
    title: 'Customer Care Portal',
    text: 'Dort werden Fälle von Google-Workspace-Kunden eröffnet und verfolgt: {portal}. Ein Konto sieht nur die Kunden der Reseller-Domain, mit der es angemeldet ist. Melden Sie sich mit dem Konto der Domain an, die den Kunden betreut:',
  },
  sees: '{email} sieht die Kunden von {domain}',
  profiles: {
    title: 'Mehrere Konten in einem Browser',
    text: 'Legen Sie für jedes Konto ein eigenes Browserprofil an, benannt nach der Domain (in Chrome: Ihr Bild oben rechts › Hinzufügen). Mehrere Konten in einem Profil geraten durcheinander, und das Portal zeigt die Kunden der falschen Domain.',
  },
  secondStep: {
    title: 'Bestätigung in zwei Schritten',
    text: 'Schalten Sie sie für jedes Konto ein: {twoStep}. Google führt in jedem Reseller-Konto eine Sicherheitsgruppe, die sie von allen mit Administratorrechten verlangt. Wer neu ernannt wurde, muss von Hand in diese Gruppe aufgenommen werden: Fragen Sie Ihren Administrator.',
  },
  group: 'Für Konten von {primary} ist es die Gruppe {group}.',
  console: {
    title: 'Admin-Konsolen der Kunden',
    text: 'Sie öffnen sich nur für Konten auf der primären Domain des Resellers, und soweit die Rolle es erlaubt. Mit einem Konto auf einer sekundären Domain arbeiten Sie im Portal.',
  },
  opens: '{email} ist auf der primären Domain',
  opensNot: '{email} ist es nicht: Die primäre Domain ist {primary}',
  permission: {
    title: 'Vor dem ersten Fall eines Kunden',
    text: 'Der Kunde muss den Zugriff des Resellers erlauben. Lassen sich Produkttyp oder Kategorie eines Falls nicht wählen, ist er ausgeschaltet: Bitten Sie den Kunden, ihn einzuschalten.',
  },
  cloud: {
    title: 'Google Cloud',
    text: 'Fälle von Google-Cloud-Kunden werden nicht in diesem Portal eröffnet, sondern in der Google-Cloud-Konsole: {cloud}.',
  },
  bye: 'Wenn Sie diese Mail nicht erwartet haben, sagen Sie es Ihrem Administrator.',
  customer: {
    subject: 'Bitte erlauben Sie uns, Supportfälle für Sie zu eröffnen',
    text: 'Guten Tag,\n\ndamit wir für Sie Supportfälle bei Google eröffnen und verfolgen können, muss Ihr Google-Konto unseren Zugriff als Reseller erlauben. Ein Administrator schaltet ihn ein:\n\n1. Melden Sie sich unter https://admin.google.com an.\n2. Öffnen Sie Konto › Kontoeinstellungen › Kontoverwaltung › Zugriff des Resellers.\n3. Haken Sie „Zugriff des Resellers aktivieren“ an und speichern Sie.\n\nDamit steht uns auch Ihre Admin-Konsole offen. Es kann bis zu 24 Stunden dauern, und Sie können ihn jederzeit wieder ausschalten.\n',
  },
};
