import type { MailWords } from './words';

/** French. */
export const french: MailWords = {
  language: 'fr',
  hello: 'Bonjour,',
  bye: 'Pour toute question, répondez simplement à ce message.',
  welcome: {
    subject: '{domain} : votre compte Google est prêt, merci d’accepter les conditions',
    text: 'Le compte Google de {domain} est créé. Vous seul pouvez faire ce qui reste :',
  },
  remind: {
    subject: 'Rappel : {domain} vous attend toujours',
    text: 'Ce qui a été commandé pour {domain} vous attend toujours. Vous seul pouvez faire ce qui reste :',
  },
  confirm: 'Ouvrez le message que Google a envoyé à {administrator} et confirmez l’adresse à l’aide du lien.',
  accept:
    'Connectez-vous à {adminConsole} en tant que {administrator} et acceptez le contrat « Google Workspace via Reseller ». D’ici là, les services restent suspendus.',
  verify:
    'Validez le domaine {domain} : Compte › Domaines › Gérer les domaines. Google peut suspendre un compte dont le domaine n’est pas validé sous 21 jours.',
  token: {
    subject: '{domain} : merci de nous envoyer un jeton de transfert',
    text: 'Pour gérer les abonnements Google de {domain}, nous avons besoin d’un jeton de transfert. Un super-administrateur le crée ainsi :\n\n1. Se connecter à {tokenPage} (console d’administration : Compte › Paramètres du compte › jeton de transfert).\n2. Saisir notre identifiant public {publicId} et vérifier que notre nom s’affiche.\n3. Générer le jeton, le copier et nous l’envoyer.\n\nIl est valable de 14 à 30 jours : merci de l’envoyer rapidement. Vos données et vos comptes ne changent pas.',
  },
};
