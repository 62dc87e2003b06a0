import { defined } from '../../../engine/defined';
import { cellText, quote } from '../../../table/text';
import type { At } from '../fields/make';
import { domainOf } from '../../domains';
import type { RowContext, UserDraft } from '../read-row';
import { Blank, filledIn, Models, type Handed, type Taken } from './models';
import { likeNote } from './owed';
import { takenOverFields } from './template';

/** The rows with what they take over from others of the sheet, read as if it stood in their own cells. */
export function likeOthers(drafts: readonly UserDraft[], context: RowContext): readonly UserDraft[] {
  if (!drafts.some(({ cells }) => cells.like !== undefined)) return drafts;
  const models = new Models(drafts);
  return drafts.map((draft) => {
    if (draft.cells.like === undefined) return draft;
    const taken = models.of(draft);
    return draft.template === undefined ? filled(draft, taken, context) : draft;
  });
}

function filled(draft: UserDraft, taken: Taken, { lookups, standingOf }: RowContext): UserDraft {
  refuseStranger(draft, taken, standingOf);
  const at: At = { lookups, standing: draft.standing };
  const open = takenOverFields.filter(({ id }) => cellText(draft.reading.text(id)) === '' && taken.texts.has(id));
  const [notes, people, cells]: [Record<string, string>, Record<string, string>, Record<string, unknown>] = [
    {},
    {},
    {},
  ];
  for (const { id, read } of open) {
    const handed = taken.texts.get(id);
    if (!handed) continue;
    const { of, person } = handed;
    notes[id] = likeNote(of);
    const cell = read(textFor(draft, handed), at);
    if (cell.kind === 'wrong') draft.reading.complain('like', `${of}: ${cell.says}`);
    if (cell.kind === 'value') cells[id] = cell.value;
    if (cell.kind === 'value' && person !== undefined) people[id] = person;
  }
  // Each value was read by the field of its id.
  const whole = { ...draft.cells, ...cells } as UserDraft['cells'];
  return { ...draft, cells: whole, owed: { notes, people, ...defined({ person: taken.person }) } };
}

function textFor(draft: UserDraft, { text, of, person }: Handed): string {
  if (person !== undefined) return text;
  try {
    return filledIn(text, draft);
  } catch (error) {
    if (!(error instanceof Blank)) throw error;
    draft.reading.complain('like', `${of} needs ${quote(error.message)}, which this row does not say. Fill that cell.`);
    return '';
  }
}

/** Roles, licences and org units are those of one account. */
function refuseStranger(
  { reading, standing }: UserDraft,
  { person }: Taken,
  standingOf: RowContext['standingOf'],
): void {
  if (!person || standing?.kind !== 'account') return;
  const theirs = standingOf(domainOf(person.email));
  if (theirs.kind === 'account' && theirs.account === standing.account) return;
  reading.complain(
    'like',
    `${person.email} is not of the account of this row. Name somebody of the same account, or a template row.`,
  );
}
