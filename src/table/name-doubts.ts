import { strangerIn } from '../engine/scripts';
import { doubtOfDay, doubtOfText } from '../engine/stand-in';
import { quote } from './text';

/** Not what somebody is called, though Google would take it. */
const noName: readonly (readonly [RegExp, string])[] = [
  [/\S@\S/, 'is an address, and not a name'],
  [/^\s*["“„«].*["”“»]\s*$/, 'has quotation marks around it'],
  [/%|[€$£¥₽]\s?\d|\d\s?[€$£¥₽]/, 'is a number, and not a name'],
  [/^[2-6]\d{4}$/, 'may be a day, which spreadsheets keep as such a number'],
  [/[;|\\]/, 'has a sign in it that parts several values'],
  [/^(?:first|last|given|family) ?name$|^(?:vor|nach)name$/i, 'is a header, and nobody’s name'],
];

/** What speaks against giving somebody this name; undefined for one that people have. */
export function doubtOfName(text: string): string | undefined {
  const doubt = doubtOfText(text) ?? doubtOfDay(text);
  if (doubt !== undefined) return doubt;
  const found = noName.find(([pattern]) => pattern.test(text));
  if (found) return `${quote(text)} ${found[1]}. Write the name alone.`;
  const stranger = strangerIn(text);
  return stranger
    ? `${quote(text)} has the ${stranger.script} letter ${stranger.letter} among Latin ones, where it looks like one of them. Type the name again.`
    : undefined;
}
