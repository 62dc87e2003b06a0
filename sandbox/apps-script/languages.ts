/**
 * Texts of Apps Script's own exceptions in the languages that people use: they come in the language of whoever is
 * signed in, those of built-in services too (RomainVialard/ErrorHandler, 2021). Where no translation is published ours
 * stands, because an unknown text is no English one; names, addresses and numbers stay as they are.
 */

/** A language of error texts. */
export type ErrorLanguage = 'en' | 'es' | 'fr' | 'it' | 'pt' | 'de' | 'sv';

/** Every language, English first. */
export const errorLanguages: readonly ErrorLanguage[] = ['en', 'es', 'fr', 'it', 'pt', 'de', 'sv'];

type Texts = Readonly<Record<Exclude<ErrorLanguage, 'en'>, string>>;

/** What an English text looks like, and the others; `$1` is what is no language. */
const texts: readonly (readonly [english: RegExp, others: Texts])[] = [
  [
    /^Exceeded maximum execution time$/,
    {
      es: 'Se ha superado el tiempo máximo de ejecución',
      fr: 'Durée d’exécution maximale dépassée',
      it: 'Tempo di esecuzione massimo superato',
      pt: 'O tempo máximo de execução foi excedido',
      de: 'Die maximale Ausführungszeit wurde überschritten',
      sv: 'Maximal körningstid har överskridits',
    },
  ],
  [
    /^You do not have permission to call (\S+?)\. Required permissions: (.*)$/s,
    {
      es: 'No tienes permiso para llamar a $1. Permisos necesarios: $2',
      fr: "Vous n'êtes pas autorisé à appeler $1. Autorisations requises : $2",
      it: 'Non disponi delle autorizzazioni necessarie per chiamare $1. Autorizzazioni richieste: $2',
      pt: 'Você não tem permissão para chamar $1. Permissões necessárias: $2',
      de: 'Sie sind nicht berechtigt, $1 aufzurufen. Erforderliche Berechtigungen: $2',
      sv: 'Du har inte behörighet att anropa $1. Behörigheter som krävs: $2',
    },
  ],
  [
    /^Authorization is required to perform that action\.$/,
    {
      es: 'Se necesita autorización para realizar esta acción.',
      fr: 'Autorisation requise pour exécuter cette action.',
      it: "Per eseguire questa azione è richiesta l'autorizzazione.",
      pt: 'É necessária autorização para executar esta ação.',
      de: 'Zum Ausführen dieser Aktion ist eine Autorisierung erforderlich.',
      sv: 'Godkännande krävs för att utföra den åtgärden.',
    },
  ],
  [
    /^Service invoked too many times for one day: (.*)\.$/,
    {
      es: 'Servicio solicitado demasiadas veces en un mismo día: $1.',
      fr: "Trop d'appels pour ce service aujourd'hui : $1.",
      it: 'Servizio richiamato troppe volte in un giorno: $1.',
      pt: 'Serviço chamado muitas vezes no mesmo dia: $1.',
      de: 'Der Dienst wurde an einem Tag zu oft aufgerufen: $1.',
      sv: 'Tjänsten anropades för många gånger under en dag: $1.',
    },
  ],
  [
    /^Lock timeout: .*$/,
    {
      es: 'Tiempo de espera del bloqueo agotado: otro proceso lo mantuvo demasiado tiempo.',
      fr: "Délai d'attente du verrou dépassé : un autre processus l'a gardé trop longtemps.",
      it: 'Timeout del blocco: un altro processo lo ha tenuto troppo a lungo.',
      pt: 'Tempo limite do bloqueio: outro processo o manteve por muito tempo.',
      de: 'Zeitüberschreitung bei der Sperre: Ein anderer Prozess hielt sie zu lange.',
      sv: 'Låset fick en timeout: en annan process höll det för länge.',
    },
  ],
  [
    /^You have exceeded the property storage quota\..*$/,
    {
      es: 'Se ha superado la cuota de almacenamiento de propiedades.',
      fr: 'Vous avez dépassé le quota de stockage des propriétés.',
      it: 'Hai superato la quota di archiviazione delle proprietà.',
      pt: 'Você excedeu a cota de armazenamento de propriedades.',
      de: 'Sie haben das Speicherkontingent für Eigenschaften überschritten.',
      sv: 'Du har överskridit lagringskvoten för egenskaper.',
    },
  ],
  [
    /^Argument too large: (.*)$/,
    {
      es: 'Argumento demasiado grande: $1',
      fr: 'Argument trop grand : $1',
      it: 'Argomento troppo grande: $1',
      pt: 'Argumento muito grande: $1',
      de: 'Argument zu groß: $1',
      sv: 'Argumentet är för stort: $1',
    },
  ],
  [
    /^You are trying to edit a protected cell or object\..*$/,
    {
      es: 'Estás intentando editar una celda o un objeto protegidos.',
      fr: 'Vous essayez de modifier une cellule ou un objet protégés.',
      it: 'Stai cercando di modificare una cella o un oggetto protetti.',
      pt: 'Você está tentando editar uma célula ou um objeto protegido.',
      de: 'Sie versuchen, eine geschützte Zelle oder ein geschütztes Objekt zu bearbeiten.',
      sv: 'Du försöker redigera en skyddad cell eller ett skyddat objekt.',
    },
  ],
  [
    /^Address unavailable: (.*)$/,
    {
      es: 'Dirección no disponible: $1',
      fr: 'Adresse indisponible : $1',
      it: 'Indirizzo non disponibile: $1',
      pt: 'Endereço indisponível: $1',
      de: 'Adresse nicht verfügbar: $1',
      sv: 'Adressen är inte tillgänglig: $1',
    },
  ],
  [
    /^UrlFetch calls to (\S+) are not permitted.*$/,
    {
      es: 'Las llamadas de UrlFetch a $1 no están permitidas.',
      fr: 'Les appels UrlFetch vers $1 ne sont pas autorisés.',
      it: 'Le chiamate UrlFetch a $1 non sono consentite.',
      pt: 'As chamadas UrlFetch para $1 não são permitidas.',
      de: 'UrlFetch-Aufrufe von $1 sind nicht zulässig.',
      sv: 'UrlFetch-anrop till $1 är inte tillåtna.',
    },
  ],
  [
    /^We're sorry, a server error occurred\..*$/,
    {
      es: 'Se ha producido un error en el servidor. Espera un momento y vuelve a intentarlo.',
      fr: 'Une erreur est survenue sur le serveur. Veuillez réessayer ultérieurement.',
      it: 'Si è verificato un errore del server. Attendi e riprova.',
      pt: 'Ocorreu um erro do servidor. Aguarde e tente novamente.',
      de: 'Ein Serverfehler ist aufgetreten. Bitte versuchen Sie es später noch einmal.',
      sv: 'Ett serverfel har uppstått. Vänta en stund och försök igen.',
    },
  ],
  [
    /^API call to (\S+) failed with error: Empty response$/,
    {
      es: 'No se ha podido llamar a la API $1; error: Respuesta vacía',
      fr: "Échec de l'appel d'API $1 avec l'erreur : Réponse vierge",
      it: 'La chiamata API a $1 non è riuscita. Errore: risposta vuota',
      pt: 'A chamada da API $1 falhou com o erro: Resposta vazia',
      de: 'API-Aufruf an $1 fehlgeschlagen. Fehler: Leere Antwort',
      sv: 'API-anropet till $1 misslyckades. Fel: Tomt svar',
    },
  ],
  [
    /^API call to (\S+) failed with error: (.*)$/s,
    {
      es: 'No se ha podido llamar a la API $1; error: $2',
      fr: "Échec de l'appel d'API $1 avec l'erreur : $2",
      it: 'La chiamata API a $1 non è riuscita. Errore: $2',
      pt: 'A chamada da API $1 falhou com o erro: $2',
      de: 'API-Aufruf an $1 fehlgeschlagen. Fehler: $2',
      sv: 'API-anropet till $1 misslyckades. Fel: $2',
    },
  ],
  [
    /^There are too many scripts running simultaneously.*$/,
    {
      es: 'Hay demasiadas secuencias de comandos ejecutándose al mismo tiempo en esta cuenta de Google.',
      fr: "Trop de scripts s'exécutent simultanément pour ce compte utilisateur Google.",
      it: 'Troppi script in esecuzione contemporaneamente per questo account utente Google.',
      pt: 'Há muitos scripts em execução ao mesmo tempo nesta conta do Google.',
      de: 'In diesem Google-Konto werden zu viele Skripts gleichzeitig ausgeführt.',
      sv: 'För många skript körs samtidigt för det här Google-kontot.',
    },
  ],
];

/** A text of the platform's as somebody of this language reads it. */
export function inLanguage(language: ErrorLanguage, english: string): string {
  if (language === 'en') return english;
  const known = texts.find(([pattern]) => pattern.test(english));
  return known ? english.replace(known[0], known[1][language]) : english;
}

/** The language of a setting. Throws for one that nobody speaks here. */
export function errorLanguageIn(value: string): ErrorLanguage {
  const found = errorLanguages.find((one) => one === value);
  if (!found) throw new Error(`There are no error texts in "${value}".`);
  return found;
}
