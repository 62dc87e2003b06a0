import { sampleOr } from '../sweep';
import { jobIn } from './job';
import { sweep } from './points';
import { tell } from './tell';

const lifecycle = jobIn('examples', 'lifecycle');

/** The first row of each kind, by what stands under Note. */
const firstOfKind = ((): ReadonlySet<number> => {
  const [headers = [], ...rows] = lifecycle.workbook.tabs.find(({ name }) => name === 'Users')?.rows ?? [];
  const kinds = rows.map((row) => row[headers.indexOf('Note')]);
  return new Set(kinds.flatMap((kind, at) => (kinds.indexOf(kind) === at ? [at + 1] : [])));
})();

test('people who are suspended, archived, deleted and restored end as if the job had not died, wherever it does', () => {
  const rows = (_row: readonly string[], place: number): boolean => firstOfKind.has(place);
  const of = sampleOr(30, 1);
  const found = sweep({ job: lifecycle, desk: { arm: 'lumen-cloud.example', rows }, of });
  tell('states of people', found);
  expect(found.failures).toEqual([]);
  expect(found.points).toBeGreaterThan(80);
  expect(found.tried).toBeGreaterThan(found.points / of / 2);
}, 900_000);
