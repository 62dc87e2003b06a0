import type { TeamWords } from './words';

/** French. */
export const french: TeamWords = {
  language: 'fr',
  subject: 'Vos comptes pour l’assistance à nos clients',
  subjectSoFar: 'Vos comptes pour l’assistance à nos clients, ceux qui sont prêts',
  hello: 'Bonjour {name},',
  accounts: 'voici vos comptes :',
  role: 'rôle : {role}',
  noRole: 'pas encore de rôle',
  notReady: 'pas encore prêt',
  soFar: 'Tous ne sont pas prêts. Il manque : {missing}. Nous vous préviendrons dès qu’ils le seront.',
  passwords:
    'Aucun mot de passe ne figure ici. Chaque premier mot de passe vous est remis à part, et personne ne vous le demandera.',
  portal: {
    title: 'Customer Care Portal',
    text: 'Les demandes des clients Google Workspace y sont ouvertes et suivies : {portal}. Un compte ne voit que les clients du domaine revendeur avec lequel il est connecté. Connectez-vous avec le compte du domaine qui s’occupe du client :',
  },
  sees: '{email} voit les clients de {domain}',
  profiles: {
    title: 'Plusieurs comptes dans un navigateur',
    text: 'Créez un profil de navigateur pour chaque compte, au nom de son domaine (dans Chrome : votre photo en haut à droite › Ajouter). Plusieurs comptes dans un même profil se mélangent, et le portail montre les clients du mauvais domaine.',
  },
  secondStep: {
    title: 'Validation en deux étapes',
    text: 'Activez-la pour chaque compte : {twoStep}. Google tient dans chaque compte revendeur un groupe de sécurité qui l’exige de tous ceux qui ont des droits d’administrateur. Toute personne nouvellement nommée doit y être ajoutée à la main : demandez à votre administrateur.',
  },
  group: 'Pour les comptes de {primary}, c’est le groupe {group}.',
  console: {
    title: 'Consoles d’administration des clients',
    text: 'Elles ne s’ouvrent que pour les comptes du domaine principal du revendeur, et si le rôle le permet. Avec un compte d’un domaine secondaire, on travaille dans le portail.',
  },
  opens: '{email} est sur le domaine principal',
  opensNot: '{email} ne l’est pas : le domaine principal est {primary}',
  permission: {
    title: 'Avant la première demande d’un client',
    text: 'Le client doit autoriser l’accès du revendeur. Si le type de produit ou la catégorie d’une demande ne peut pas être choisi, il est désactivé : demandez au client de l’activer.',
  },
  cloud: {
    title: 'Google Cloud',
    text: 'Les demandes des clients Google Cloud ne s’ouvrent pas dans ce portail, mais dans la console Google Cloud : {cloud}.',
  },
  bye: 'Si vous n’attendiez pas ce message, prévenez votre administrateur.',
  customer: {
    subject: 'Merci de nous autoriser à ouvrir des demandes d’assistance pour vous',
    text: 'Bonjour,\n\nPour que nous puissions ouvrir et suivre pour vous des demandes d’assistance chez Google, votre compte Google doit autoriser notre accès de revendeur. Un administrateur l’active :\n\n1. Connectez-vous sur https://admin.google.com.\n2. Ouvrez Compte › Paramètres du compte › Gestion du compte › Accès du revendeur.\n3. Cochez « Activer l’accès du revendeur » et enregistrez.\n\nVotre console d’administration nous est alors ouverte aussi. Cela peut prendre jusqu’à 24 heures, et vous pouvez le désactiver à tout moment.\n',
  },
};
