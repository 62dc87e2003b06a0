import type { TeamWords } from './words';

/** Spanish. */
export const spanish: TeamWords = {
  language: 'es',
  subject: 'Sus cuentas para atender a nuestros clientes',
  subjectSoFar: 'Sus cuentas para atender a nuestros clientes, las que ya están listas',
  hello: 'Hola, {name}:',
  accounts: 'estas son sus cuentas:',
  role: 'función: {role}',
  noRole: 'todavía sin función',
  notReady: 'aún no está lista',
  soFar: 'No todas están listas. Faltan: {missing}. Le avisaremos cuando lo estén.',
  passwords:
    'Aquí no figura ninguna contraseña. Cada primera contraseña se le entrega por separado, y nadie se la pedirá.',
  portal: {
    title: 'Customer Care Portal',
    text: 'Allí se abren y se siguen los casos de los clientes de Google Workspace: {portal}. Una cuenta ve solo los clientes del dominio de reseller con el que ha iniciado sesión. Inicie sesión con la cuenta del dominio que atiende al cliente:',
  },
  sees: '{email} ve los clientes de {domain}',
  profiles: {
    title: 'Varias cuentas en un navegador',
    text: 'Cree un perfil del navegador para cada cuenta, con el nombre de su dominio (en Chrome: su foto arriba a la derecha › Añadir). Varias cuentas en un mismo perfil se confunden, y el portal muestra los clientes del dominio equivocado.',
  },
  secondStep: {
    title: 'Verificación en dos pasos',
    text: 'Actívela en cada cuenta: {twoStep}. Google mantiene en cada cuenta de reseller un grupo de seguridad que la exige a todos los que tienen permisos de administrador. A quien se acaba de nombrar hay que añadirlo a mano a ese grupo: pregunte a su administrador.',
  },
  group: 'Para las cuentas de {primary}, el grupo es {group}.',
  console: {
    title: 'Consolas de administración de los clientes',
    text: 'Solo se abren para cuentas del dominio principal del reseller, y si la función lo permite. Con una cuenta de un dominio secundario se trabaja en el portal.',
  },
  opens: '{email} está en el dominio principal',
  opensNot: '{email} no lo está: el dominio principal es {primary}',
  permission: {
    title: 'Antes del primer caso de un cliente',
    text: 'El cliente tiene que permitir el acceso del reseller. Si no se puede elegir el tipo de producto o la categoría de un caso, está desactivado: pida al cliente que lo active.',
  },
  cloud: {
    title: 'Google Cloud',
    text: 'Los casos de clientes de Google Cloud no se abren en este portal, sino en la consola de Google Cloud: {cloud}.',
  },
  bye: 'Si no esperaba este correo, avise a su administrador.',
  customer: {
    subject: 'Permítanos abrir casos de asistencia por usted',
    text: 'Hola:\n\nPara que podamos abrir y seguir casos de asistencia con Google en su nombre, su cuenta de Google tiene que permitir nuestro acceso como reseller. Lo activa un administrador:\n\n1. Inicie sesión en https://admin.google.com.\n2. Abra Cuenta › Configuración de la cuenta › Gestión de la cuenta › Acceso del reseller.\n3. Marque «Activar el acceso del reseller» y guarde.\n\nCon ello también se nos abre su consola de administración. Puede tardar hasta 24 horas, y puede desactivarlo en cualquier momento.\n',
  },
};
