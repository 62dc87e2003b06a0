import type { Host } from '../../sandbox/apps-script/port';

/** What people do at a spreadsheet while a job is under way. Everything is drawn from `chance`, numbers from 0 to 1. */

type Chance = () => number;

/** The texts of a tab, row by row. */
export function textsOf(host: Host, name: string): string[][] {
  const sheet = host.state.sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`There is no tab ${name}.`);
  const rows = sheet.cells.map((row) => row.map((cell) => String(cell?.value ?? '')));
  while (rows.length && !rows[rows.length - 1]?.some((text) => text !== '' && text !== 'false')) rows.pop();
  return rows;
}

/** Where a header stands, from 1. */
export function columnOf(host: Host, header: string, name = 'Users'): number {
  const at = textsOf(host, name)[0]?.indexOf(header) ?? -1;
  if (at < 0) throw new Error(`There is no column ${header}.`);
  return at + 1;
}

/** One thing that somebody does; `before`: the rows as they stood when the job began. Answers with what it was. */
export function meddle(host: Host, chance: Chance, before: readonly (readonly string[])[]): string {
  const deeds = Object.entries(all);
  const [name, deed] = deeds[Math.floor(chance() * deeds.length)] ?? ['sort', all.sort];
  deed(host, chance, before);
  return name;
}

const pick = (chance: Chance, most: number): number => Math.floor(chance() * most);
const anyRow = (host: Host, chance: Chance): number => 2 + pick(chance, Math.max(1, textsOf(host, 'Users').length - 1));

type Deed = (host: Host, chance: Chance, before: readonly (readonly string[])[]) => void;

const all = {
  sort: (host, chance) => {
    host.edit.sortRange('Users', {
      column: columnOf(host, ['Email', 'Last name', 'Status', 'Details'][pick(chance, 4)] ?? 'Email'),
      ascending: chance() < 0.5,
    });
  },
  sortPart: (host, chance) => {
    const row = anyRow(host, chance);
    const columns = textsOf(host, 'Users')[0]?.length ?? 1;
    host.edit.sortRange('Users', {
      column: columnOf(host, 'First name'),
      ascending: chance() < 0.5,
      rect: { row, column: 1, rows: 2 + pick(chance, 20), columns },
    });
  },
  insertBlank: (host, chance) => {
    host.edit.insertRows('Users', anyRow(host, chance), 1 + pick(chance, 3));
  },
  addPerson: (host, chance) => {
    const row = anyRow(host, chance);
    host.edit.insertRows('Users', row);
    host.edit.paste(
      'Users',
      [row, 1],
      [[`intruder.${pick(chance, 1e9)}@fjellheim.example`, 'Ines', 'Intruder', '/Secret']],
    );
    host.edit.setCell('Users', [row, columnOf(host, 'Super admin')], 'TRUE');
  },
  copyRow: (host, chance) => {
    const row = textsOf(host, 'Users')[anyRow(host, chance) - 1] ?? [];
    host.edit.paste('Users', [textsOf(host, 'Users').length + 1, 1], [row]);
  },
  deleteRow: (host, chance) => {
    host.edit.deleteRows('Users', anyRow(host, chance));
  },
  edit: (host, chance) => {
    host.edit.setCell(
      'Users',
      [
        anyRow(host, chance),
        columnOf(host, ['Last name', 'Org unit', 'Licences', 'Roles', 'Aliases'][pick(chance, 5)] ?? 'Roles'),
      ],
      ['Meddled', '/Meddled', 'Business Plus', 'Super Admin', 'meddled@fjellheim.example'][pick(chance, 5)] ?? '',
    );
  },
  askPassword: (host, chance) => {
    host.edit.setCell('Users', [anyRow(host, chance), columnOf(host, 'Password')], 'Meddled-Password-77');
  },
  pasteOld: (host, chance, before) => {
    const old = before[1 + pick(chance, before.length - 1)] ?? [];
    host.edit.paste('Users', [anyRow(host, chance), 1], [old]);
  },
  wrongStatus: (host, chance) => {
    host.edit.setCell(
      'Users',
      [anyRow(host, chance), columnOf(host, 'Status')],
      ['Done', 'Ready', ''][pick(chance, 3)] ?? '',
    );
  },
} satisfies Record<string, Deed>;
