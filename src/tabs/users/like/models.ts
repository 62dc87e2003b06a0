import { defined } from '../../../engine/defined';
import { nearestNames } from '../../../google/names';
import { cellText, fold, quote } from '../../../table/text';
import { userFields } from '../fields';
import { usableKey, type UserDraft } from '../read-row';
import { takenOverFields, templateIn, templateKey } from './template';

/** Whom rows are like, as far as the sheet tells: each row with the texts that it takes over from others. */

/** A text that a row takes over, and whose it is. `-` means none, as in a cell. */
export interface Handed {
  readonly text: string;
  /** `ana@shop.example`, `Template: Sales`. */
  readonly of: string;
  /** Address, where it is of a person's row. */
  readonly person?: string;
}

/** What a row takes over. */
export interface Taken {
  /** By column id. */
  readonly texts: ReadonlyMap<string, Handed>;
  /** The last of those whom the row is like, by way of each other, where that is a person: Google tells the rest. */
  readonly person?: { readonly email: string; readonly hasRow: boolean };
}

const nothing: Taken = { texts: new Map() };

/** Thrown while one row is looked at: the sentence for its Like cell. */
class Unclear extends Error {}

/** Finds whom rows are like, among all rows of the tab. */
export class Models {
  private readonly people = new Map<string, UserDraft>();
  private readonly templates = new Map<string, UserDraft[]>();
  private readonly known = new Map<UserDraft, Taken | 'wrong'>();

  constructor(drafts: readonly UserDraft[]) {
    for (const draft of drafts) {
      const { email, template = '' } = draft;
      const key = templateKey(template);
      if (key !== '') this.templates.set(key, [...(this.templates.get(key) ?? []), draft]);
      for (const one of [email, draft.cells.newEmail])
        if (one !== undefined && !this.people.has(one)) this.people.set(one, draft);
    }
  }

  /** What a row takes over; complains at its Like cell where that is not clear. */
  of(draft: UserDraft): Taken {
    try {
      return this.taken(draft, []);
    } catch (error) {
      if (!(error instanceof Unclear)) throw error;
      draft.reading.complain('like', error.message);
      this.known.set(draft, 'wrong');
      return nothing;
    }
  }

  private taken(draft: UserDraft, before: readonly UserDraft[]): Taken {
    const known = this.known.get(draft);
    if (known === 'wrong') throw wrongIn(draft);
    if (known) return known;
    const { like } = draft.cells;
    if (like === undefined) return nothing;
    if (before.includes(draft))
      throw new Unclear(`Like goes round in a circle: ${[...before, draft].map(labelOf).join(', ')}.`);
    const taken = this.from(draft, like, [...before, draft]);
    this.known.set(draft, taken);
    return taken;
  }

  private from(draft: UserDraft, like: string, before: readonly UserDraft[]): Taken {
    const model = like.includes('@') ? this.personRow(draft, like) : this.template(like);
    if (!model) return { texts: new Map(), person: { email: like.toLowerCase(), hasRow: false } };
    refuseWrong(model);
    const { texts, person } = this.taken(model, before);
    const own = takenOverFields.flatMap(({ id }): [string, Handed][] => {
      const text = model.reading.text(id);
      return cellText(text) === '' ? [] : [[id, handedBy(model, text)]];
    });
    const last = person ?? (model.email === undefined ? undefined : { email: model.email, hasRow: true });
    return { texts: new Map([...texts, ...own]), ...defined({ person: last }) };
  }

  private personRow(draft: UserDraft, like: string): UserDraft | undefined {
    const email = like.toLowerCase();
    if (!usableKey.test(email)) throw new Unclear(`${quote(like)} is no address. Write one address, or a template.`);
    if (email === draft.email) throw new Unclear('A row cannot be like itself. Name somebody else, or a template row.');
    const row = this.people.get(email);
    if (row?.cells.state === 'Deleted')
      throw new Unclear(`${labelOf(row)} is deleted by that row. Name somebody who stays, or a template row.`);
    return row;
  }

  private template(like: string): UserDraft {
    const [found, another] = this.templates.get(templateKey(like)) ?? [];
    if (found && another)
      throw new Unclear(
        `Rows ${found.reading.row} and ${another.reading.row} are both templates of that name. Rename one of them.`,
      );
    if (found) return found;
    const all = [...this.templates.values()].flatMap(([one]) => one?.template ?? []);
    const [nearest] = nearestNames(templateIn(like) ?? like, all);
    throw new Unclear(
      nearest === undefined
        ? `There is no template row ${quote(like)}. Write somebody’s address, or add a row whose Email cell says Template: and the name.`
        : `There is no template row ${quote(like)}. Did you mean ${nearest}?`,
    );
  }
}

function handedBy(model: UserDraft, text: string): Handed {
  const { email, template } = model;
  return {
    text,
    of: template === undefined ? (email ?? '') : `Template: ${template}`,
    ...(email ? { person: email } : {}),
  };
}

const handedOn = new Set<string>(takenOverFields.map(({ id }) => id));

function refuseWrong(model: UserDraft): void {
  if (model.reading.complaints.some(({ column }) => handedOn.has(column))) throw wrongIn(model);
}

function wrongIn(model: UserDraft): Unclear {
  return new Unclear(`${labelOf(model)} has mistakes of its own. Put them right first.`);
}

function labelOf({ email, template, reading }: UserDraft): string {
  const who = template === undefined ? (email ?? 'a row without an address') : `Template: ${template}`;
  return `${who} (row ${reading.row})`;
}

/** A text of a template with the row's own in the place of headers in braces: `Sales, {Department}`. */
export function filledIn(text: string, draft: UserDraft): string {
  return text.replace(/\{([^{}]+)\}/g, (_, header: string) => {
    const wanted = fold(header);
    const field = userFields.find((one) => [one.header, ...one.synonyms].some((name) => fold(name) === wanted));
    const own = field && !field.secret ? cellText(draft.reading.text(field.id)) : '';
    if (own === '') throw new Blank(header);
    return own;
  });
}

/** What a template needs of a row, and the row does not say. */
export class Blank extends Error {}
