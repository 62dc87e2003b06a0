import type { InvitationWords } from './words';

/** Spanish. */
export const spanish: InvitationWords = {
  language: 'es',
  name: 'Español',
  subject: '{account}: filas de una hoja de cálculo le esperan ({rows})',
  text: `Hola:

{by} da de alta a personas en Google con una hoja de cálculo. {rows} de sus filas son de {domains}; solo un administrador de {account} puede comprobarlas y ejecutarlas.

1. Abra {link} como administrador de {account}, en un perfil del navegador solo con esa cuenta. Tiene que poder editarla: si no puede, pida a {by} que la comparta con usted.
2. Elija Seatsheet › Open Seatsheet. Google pide permisos: ver y gestionar personas, grupos, unidades organizativas, funciones y dominios de su cuenta, sus pedidos y licencias, trabajar en esta hoja y enviar correo en su nombre. Todo se hace en su nombre; nadie más recibe sus derechos.
3. Si Google dice que no ha verificado la aplicación: Configuración avanzada › Ir a Seatsheet. Si dice que está bloqueada: permítala en Consola de administración › Seguridad › Control de acceso y datos › Controles de API › Control de acceso de aplicaciones, o pida a {by} una copia de sus filas.
4. Elija Check. Verá solo las filas de {account}, y cada cambio antes de hacerse. Nada cambia hasta que elija Run.

Las primeras contraseñas que se creen le esperan en Hand-off; {by} no las ve.
`,
};
