import type { MailWords } from './words';

/** Spanish. */
export const spanish: MailWords = {
  language: 'es',
  hello: 'Hola:',
  bye: 'Si tiene alguna duda, responda a este correo.',
  welcome: {
    subject: '{domain}: su cuenta de Google está lista, acepte las condiciones',
    text: 'La cuenta de Google de {domain} ya está creada. Lo que falta solo puede hacerlo usted:',
  },
  remind: {
    subject: 'Recordatorio: {domain} todavía le espera',
    text: 'Lo que se ha pedido para {domain} todavía le espera. Lo que falta solo puede hacerlo usted:',
  },
  confirm: 'Abra el correo que Google ha enviado a {administrator} y confirme la dirección con el enlace.',
  accept:
    'Inicie sesión en {adminConsole} como {administrator} y acepte el acuerdo «Google Workspace via Reseller». Hasta entonces los servicios siguen suspendidos.',
  verify:
    'Verifique el dominio {domain}: Cuenta › Dominios › Gestionar dominios. Google puede suspender una cuenta cuyo dominio no se verifique en 21 días.',
  token: {
    subject: '{domain}: necesitamos un token de transferencia',
    text: 'Para poder gestionar las suscripciones de Google de {domain} necesitamos un token de transferencia. Lo genera un superadministrador:\n\n1. Inicie sesión en {tokenPage} (consola de administración: Cuenta › Configuración de la cuenta › token de transferencia).\n2. Introduzca nuestro identificador público {publicId} y compruebe que aparece nuestro nombre.\n3. Genere el token, cópielo y envíenoslo.\n\nEs válido entre 14 y 30 días: por favor, envíelo pronto. Sus datos y cuentas no cambian.',
  },
};
