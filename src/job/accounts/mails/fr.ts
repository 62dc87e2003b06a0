import type { InvitationWords } from './words';

/** French. */
export const french: InvitationWords = {
  language: 'fr',
  name: 'Français',
  subject: '{account} : lignes d’une feuille de calcul vous attendent ({rows})',
  text: `Bonjour,

{by} crée des comptes Google à l’aide d’une feuille de calcul. {rows} de ses lignes concernent {domains} ; seul un administrateur de {account} peut les vérifier et les exécuter.

1. Ouvrez {link} en tant qu’administrateur de {account}, dans un profil de navigateur avec ce seul compte. Vous devez pouvoir la modifier : sinon, demandez à {by} de la partager avec vous.
2. Choisissez Seatsheet › Open Seatsheet. Google demande des autorisations : voir et gérer les personnes, groupes, unités organisationnelles, rôles et domaines de votre compte, ses commandes et licences, travailler dans cette feuille et envoyer des messages en votre nom. Tout est fait en votre nom ; personne d’autre ne reçoit vos droits.
3. Si Google dit ne pas avoir validé l’application : Paramètres avancés › Accéder à Seatsheet. S’il dit qu’elle est bloquée : autorisez-la dans Console d’administration › Sécurité › Contrôle des accès et des données › Commandes des API › Contrôle des accès des applications, ou demandez à {by} une copie de vos lignes.
4. Choisissez Check. Vous ne voyez que les lignes de {account}, et chaque modification avant qu’elle soit faite. Rien ne change avant que vous choisissiez Run.

Les premiers mots de passe ainsi créés vous attendent sous Hand-off ; {by} ne les voit pas.
`,
};
