import { isObject, isTexts } from '../../../engine/request';

/** What a row took over from somebody at Google, as its memory keeps it. */

/** What was taken over, for the journal. */
export interface TakenOver {
  /** What the Like cell said. */
  readonly like: string;
  /** Whose it was; '' where nobody at Google was there to be asked. */
  readonly person: string;
  /** As cells say it, by column id. */
  readonly texts: Readonly<Record<string, string>>;
  /** Set once the row has ended with it: from then on it stays, whatever becomes of that person. */
  readonly ended?: true;
}

/** What a memory holds of it, from whatever stands there. */
export function takenOverIn(value: unknown): { readonly takenOver?: TakenOver } {
  const { like, person, texts, ended } = isObject(value) ? value : {};
  if (typeof like !== 'string' || typeof person !== 'string' || !isTexts(texts)) return {};
  return { takenOver: { like, person, texts, ...(ended === true ? { ended } : {}) } };
}
