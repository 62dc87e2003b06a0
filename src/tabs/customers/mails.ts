/**
 * Mails to customers. Nothing secret stands in them, and nothing that a check could not know: what is approved is what
 * is sent.
 */

/** A mail as it is sent: plain text. */
export interface Mail {
  readonly subject: string;
  readonly text: string;
}

/** Whom a mail is about. */
export interface MailAbout {
  /** Google's code, `es-419`; anything that we have no words in is English. */
  readonly language: string | undefined;
  readonly type: 'domain' | 'team';
  readonly domain: string;
  /** Who can accept the terms: an address. */
  readonly administrator: string;
  readonly verified: boolean;
}

interface Words {
  readonly hello: string;
  readonly bye: string;
  readonly welcome: (domain: string) => Mail;
  readonly remind: (domain: string) => Mail;
  readonly confirm: (administrator: string) => string;
  readonly accept: (administrator: string) => string;
  readonly verify: (domain: string) => string;
  readonly token: (domain: string, publicId: string) => Mail;
}

const adminConsole = 'https://admin.google.com';
const tokenPage = 'https://admin.google.com/TransferToken';

const english: Words = {
  hello: 'Hello,',
  bye: 'If anything is unclear, just reply to this mail.',
  welcome: (domain) => ({
    subject: `${domain}: your Google account is ready, please accept the terms`,
    text: `The Google account for ${domain} has been set up. What is left, only you can do:`,
  }),
  remind: (domain) => ({
    subject: `Reminder: ${domain} still waits for you`,
    text: `What was ordered for ${domain} is still waiting for you. What is left, only you can do:`,
  }),
  confirm: (administrator) =>
    `Open the mail that Google sent to ${administrator} and confirm the address with its link.`,
  accept: (administrator) =>
    `Sign in at ${adminConsole} as ${administrator} and accept the agreement “Google Workspace via Reseller”. Until then the services stay suspended.`,
  verify: (domain) =>
    `Verify the domain ${domain}: Account > Domains > Manage domains. Google may suspend an account whose domain is not verified within 21 days.`,
  token: (domain, publicId) => ({
    subject: `${domain}: a transfer token for us, please`,
    text: `So that we can look after the Google subscriptions of ${domain}, we need a transfer token. A super administrator makes it:\n\n1. Sign in at ${tokenPage} (Admin console: Account > Account settings > transfer token).\n2. Enter our public id ${publicId} and check that our name is shown.\n3. Generate the token, copy it and send it to us.\n\nIt is valid for 30 days. Your data and your accounts stay as they are.`,
  }),
};

/** By the first two letters of the language. */
const words: Readonly<Record<string, Words>> = {
  de: {
    hello: 'Guten Tag,',
    bye: 'Wenn etwas unklar ist, antworten Sie einfach auf diese Mail.',
    welcome: (domain) => ({
      subject: `${domain}: Ihr Google-Konto ist bereit, bitte Bedingungen annehmen`,
      text: `das Google-Konto für ${domain} ist eingerichtet. Was noch fehlt, können nur Sie selbst tun:`,
    }),
    remind: (domain) => ({
      subject: `Erinnerung: ${domain} wartet noch auf Sie`,
      text: `was für ${domain} bestellt ist, wartet noch auf Sie. Was noch fehlt, können nur Sie selbst tun:`,
    }),
    confirm: (administrator) =>
      `Öffnen Sie die Mail, die Google an ${administrator} geschickt hat, und bestätigen Sie die Adresse über den Link darin.`,
    accept: (administrator) =>
      `Melden Sie sich unter ${adminConsole} als ${administrator} an und nehmen Sie die Vereinbarung „Google Workspace via Reseller“ an. Bis dahin bleiben die Dienste gesperrt.`,
    verify: (domain) =>
      `Bestätigen Sie die Domain ${domain}: Konto > Domains > Domains verwalten. Wird eine Domain nicht innerhalb von 21 Tagen bestätigt, kann Google das Konto sperren.`,
    token: (domain, publicId) => ({
      subject: `${domain}: Bitte um ein Transfertoken`,
      text: `damit wir die Google-Abos von ${domain} betreuen können, brauchen wir ein Transfertoken. Ein Super Admin erzeugt es so:\n\n1. Unter ${tokenPage} anmelden (Admin-Konsole: Konto > Kontoeinstellungen > Transfertoken).\n2. Unsere öffentliche ID ${publicId} eingeben und prüfen, dass unser Name erscheint.\n3. Das Token generieren, kopieren und uns schicken.\n\nEs gilt 30 Tage. Ihre Daten und Konten bleiben, wie sie sind.`,
    }),
  },
  es: {
    hello: 'Hola:',
    bye: 'Si tiene alguna duda, responda a este correo.',
    welcome: (domain) => ({
      subject: `${domain}: su cuenta de Google está lista, acepte las condiciones`,
      text: `La cuenta de Google de ${domain} ya está creada. Lo que falta solo puede hacerlo usted:`,
    }),
    remind: (domain) => ({
      subject: `Recordatorio: ${domain} todavía le espera`,
      text: `Lo que se ha pedido para ${domain} todavía le espera. Lo que falta solo puede hacerlo usted:`,
    }),
    confirm: (administrator) =>
      `Abra el correo que Google ha enviado a ${administrator} y confirme la dirección con el enlace.`,
    accept: (administrator) =>
      `Inicie sesión en ${adminConsole} como ${administrator} y acepte el acuerdo «Google Workspace via Reseller». Hasta entonces los servicios siguen suspendidos.`,
    verify: (domain) =>
      `Verifique el dominio ${domain}: Cuenta > Dominios > Gestionar dominios. Google puede suspender una cuenta cuyo dominio no se verifique en 21 días.`,
    token: (domain, publicId) => ({
      subject: `${domain}: necesitamos un token de transferencia`,
      text: `Para poder gestionar las suscripciones de Google de ${domain} necesitamos un token de transferencia. Lo genera un superadministrador:\n\n1. Inicie sesión en ${tokenPage} (consola de administración: Cuenta > Configuración de la cuenta > token de transferencia).\n2. Introduzca nuestro identificador público ${publicId} y compruebe que aparece nuestro nombre.\n3. Genere el token, cópielo y envíenoslo.\n\nEs válido durante 30 días. Sus datos y cuentas no cambian.`,
    }),
  },
  fr: {
    hello: 'Bonjour,',
    bye: 'Pour toute question, répondez simplement à ce message.',
    welcome: (domain) => ({
      subject: `${domain} : votre compte Google est prêt, merci d’accepter les conditions`,
      text: `Le compte Google de ${domain} est créé. Vous seul pouvez faire ce qui reste :`,
    }),
    remind: (domain) => ({
      subject: `Rappel : ${domain} vous attend toujours`,
      text: `Ce qui a été commandé pour ${domain} vous attend toujours. Vous seul pouvez faire ce qui reste :`,
    }),
    confirm: (administrator) =>
      `Ouvrez le message que Google a envoyé à ${administrator} et confirmez l’adresse à l’aide du lien.`,
    accept: (administrator) =>
      `Connectez-vous à ${adminConsole} en tant que ${administrator} et acceptez le contrat « Google Workspace via Reseller ». D’ici là, les services restent suspendus.`,
    verify: (domain) =>
      `Validez le domaine ${domain} : Compte > Domaines > Gérer les domaines. Google peut suspendre un compte dont le domaine n’est pas validé sous 21 jours.`,
    token: (domain, publicId) => ({
      subject: `${domain} : merci de nous envoyer un jeton de transfert`,
      text: `Pour gérer les abonnements Google de ${domain}, nous avons besoin d’un jeton de transfert. Un super-administrateur le crée ainsi :\n\n1. Se connecter à ${tokenPage} (console d’administration : Compte > Paramètres du compte > jeton de transfert).\n2. Saisir notre identifiant public ${publicId} et vérifier que notre nom s’affiche.\n3. Générer le jeton, le copier et nous l’envoyer.\n\nIl est valable 30 jours. Vos données et vos comptes ne changent pas.`,
    }),
  },
};

/** Tells a new customer what only the customer can do: accept the terms, and verify the domain. */
export function welcomeMail(about: MailAbout): Mail {
  return withSteps(about, wordsIn(about.language).welcome(about.domain));
}

/** Reminds a customer whose terms wait. */
export function reminderMail(about: MailAbout): Mail {
  return withSteps(about, wordsIn(about.language).remind(about.domain));
}

/**
 * Asks a customer of somebody else's for a transfer token, made for our public id
 * (support.google.com/a/answer/7643790).
 */
export function tokenMail({
  language,
  domain,
  publicId,
}: {
  readonly language: string | undefined;
  readonly domain: string;
  readonly publicId: string;
}): Mail {
  const inWords = wordsIn(language);
  return framed(inWords, inWords.token(domain, publicId));
}

function withSteps({ language, type, domain, administrator, verified }: MailAbout, { subject, text }: Mail): Mail {
  const inWords = wordsIn(language);
  const first = type === 'team' ? [inWords.confirm(administrator)] : [];
  const steps = [
    ...first,
    inWords.accept(administrator),
    ...(type === 'team' || verified ? [] : [inWords.verify(domain)]),
  ];
  return framed(inWords, {
    subject,
    text: `${text}\n\n${steps.map((step, at) => `${String(at + 1)}. ${step}`).join('\n')}`,
  });
}

function framed({ hello, bye }: Words, { subject, text }: Mail): Mail {
  return { subject, text: `${hello}\n\n${text}\n\n${bye}\n` };
}

function wordsIn(language = ''): Words {
  return words[language.slice(0, 2).toLowerCase()] ?? english;
}
