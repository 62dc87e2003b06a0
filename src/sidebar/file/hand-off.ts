/** A person with a first password, as it goes into the file. */
export interface Handed {
  readonly email: string;
  readonly name: string;
  readonly password: string;
}

/** Where everybody signs in. */
const signInAt = 'https://accounts.google.com';

/** A spreadsheet program that opens the file would take such a cell for a formula. */
const formulaLike = /^[=+\-@\t\r]/;

const quoted = (cell: string): string => '"' + cell.replace(/"/g, '""') + '"';
const asText = (cell: string): string => (formulaLike.test(cell) ? "'" + cell : cell);

/**
 * A password must stand exactly as it is or not at all: one that would become a formula is left out, and the cell says
 * so.
 */
function passwordCell(password: string): string {
  return formulaLike.test(password) ? '(not here: it begins like a formula)' : password;
}

/**
 * People and first passwords as CSV (RFC 4180) for hand-off, in the sidebar and on the command line. Nothing in it
 * becomes a formula when a spreadsheet program opens it.
 */
export function handOffCsv(people: readonly Handed[]): string {
  const lines = people.map(({ email, name, password }) => [
    asText(email),
    asText(name),
    passwordCell(password),
    signInAt,
  ]);
  return (
    [['Email', 'Name', 'First password', 'Sign in at'], ...lines]
      .map((line) => line.map(quoted).join(','))
      .join('\r\n') + '\r\n'
  );
}

/** How many passwords the file leaves out because they begin like a formula. */
export function leftOut(people: readonly Handed[]): number {
  return people.filter(({ password }) => formulaLike.test(password)).length;
}
