import { cellText, fold } from '../../../table/text';
import { userFields, type UserReading } from '../fields';

/** Template rows: nobody by themselves, they hand on what stands in them to rows whose Like names them. */

/**
 * What an Email cell of a template row begins with, in the languages of our headers. No address has a blank or colon.
 */
const sign = /^(?:template|vorlage|plantilla|mod[eè]le)(?:\s*:\s*|\s+)([^@]+)$/i;

/** The name of a template, from an Email cell such as `Template: Sales`; undefined for any other text. */
export function templateIn(text: string): string | undefined {
  return sign.exec(cellText(text))?.[1]?.trim();
}

/** One text for names of templates that are the same, whether the sign stands before them or not. */
export function templateKey(text: string): string {
  return fold(templateIn(text) ?? cellText(text));
}

/** The fields that are taken over from templates and people. */
export const takenOverFields = userFields.filter(({ takenOver }) => takenOver);

const heldByTemplates = new Set<string>(['email', 'like', ...takenOverFields.map(({ id }) => id)]);

/** Complains about cells of a template that nobody takes over: least of all a password. */
export function complainOfSpare(reading: UserReading): void {
  const headers = takenOverFields.map(({ header }) => header).join(', ');
  for (const { id, format } of userFields)
    if (!heldByTemplates.has(id) && format === '@' && cellText(reading.text(id)) !== '')
      reading.complain(id, `A template row hands on ${headers} only. Empty this cell.`);
}
