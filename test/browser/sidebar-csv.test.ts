import { handOffCsv, leftOut } from '../../src/sidebar/file/hand-off';

const signIn = 'https://accounts.google.com';
const cells = (csv: string) => csv.trimEnd().split('\r\n').slice(1);

describe('The CSV file for hand-off', () => {
  test('has one line a person under a header, quoted throughout', () => {
    const csv = handOffCsv([{ email: 'ana@acme.example', name: 'Ana "Ace" Silva', password: 'kiwi,Lamp"7' }]);
    expect(csv).toBe(
      '"Email","Name","First password","Sign in at"\r\n"ana@acme.example","Ana ""Ace"" Silva","kiwi,Lamp""7","https://accounts.google.com"\r\n',
    );
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('makes no formula of the name %j', (name) => {
    expect(cells(handOffCsv([{ email: 'a@b.example', name, password: 'x' }]))[0]).toBe(
      `"a@b.example","'${name}","x","${signIn}"`,
    );
  });

  test('never changes a password: one that would become a formula is left out, said and counted', () => {
    const people = [
      { email: 'a@b.example', name: 'A', password: '=cmd()' },
      { email: 'c@b.example', name: 'C', password: 'a=b' },
    ];
    const [first, second] = cells(handOffCsv(people));
    expect(first).not.toContain('cmd');
    expect(first).toContain('not here');
    expect(second).toBe(`"c@b.example","C","a=b","${signIn}"`);
    expect(leftOut(people)).toBe(1);
  });
});
