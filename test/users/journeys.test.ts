import { open } from './shop';

/** What a check waits for at Google, one answer after the other: each journey is a quarter of a second. */

const newPeople = Array.from({ length: 20 }, (_none, n) => ({
  Email: `new.${n}@shop.example`,
  'First name': 'Nina',
  'Last name': `Ost ${n}`,
  Aliases: `n${n}@shop.example`,
}));

test('the plan for new people takes two journeys: one that looks around, one for who has or had their addresses', () => {
  const desk = open(newPeople);
  desk.check();
  const before = desk.host.state.counters.waves;
  desk.check();
  expect(desk.host.state.counters.waves - before).toBe(2);
  expect(desk.rows().map(({ Status }) => Status)).toEqual(newPeople.map(() => 'Ready'));
});
