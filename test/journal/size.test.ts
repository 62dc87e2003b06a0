import { open } from '../users/shop';

/** A journal of thousands of lines is read at every slice: it says nothing twice. */

const rows = Array.from({ length: 12 }, (_, at) => ({
  Email: `person.${String.fromCharCode(97 + at)}@shop.example`,
  'First name': 'Pia',
  'Last name': 'Moss',
  Licences: 'Business Starter',
  Aliases: `p.${String.fromCharCode(97 + at)}@shop.example`,
}));

test('a line of somebody new takes 600 bytes, before the run and after it; what was planned is not kept beside what was done', () => {
  const desk = open(rows);
  const lines = (): readonly Record<string, string>[] =>
    desk.rows('Journal').filter(({ Key = '' }) => Key.startsWith('Users!'));
  const sizes = (): number[] => lines().map((line) => Buffer.byteLength(Object.values(line).join('')));
  desk.check();
  expect(Math.max(...sizes())).toBeLessThan(600);
  desk.run();
  expect(lines()).toHaveLength(rows.length);
  expect(Math.max(...sizes())).toBeLessThan(600);
  for (const { Key = '', Memory = '', Plan = '' } of lines()) {
    expect(Memory).not.toContain(Key.replace('Users!', ''));
    expect(Plan).not.toContain('Moss');
  }
  // All that is remembered is remembered all the same.
  expect(desk.handOff()).toHaveLength(rows.length);
  desk.checkAndRun();
  expect(new Set(desk.rows().map(({ Status }) => Status))).toEqual(new Set(['Up to date']));
});
