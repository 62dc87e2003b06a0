import { planInWords } from '../../src/engine/details';
import { noPlan, type Plan, type PlannedWrite } from '../../src/engine/plan';
import { planWords, type Told } from '../../src/engine/words';
import { detailsIn, detailsText, overPlan, planIn, planText } from '../../src/job/journal/plan-cell';
import fc from '../property';

/** Plans go into cells of the Journal and come back as they were: they are sealed as they stand. */

const text = fc.oneof(fc.string(), fc.constantFrom('create the user', 'give', 'directory.users.insert', '§', '0'));
const told: fc.Arbitrary<Told> = fc.oneof(text, fc.tuple(text, text), fc.tuple(text, text, text));
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });

const write = fc
  .record({
    op: fc.constantFrom('directory.users.insert', 'reseller.customers.patch', 'mail.send', 'other'),
    need: fc.constantFrom<'must' | 'may'>('must', 'may'),
    tokens: fc.array(fc.stringMatching(/^[\w-]{16}$/), { maxLength: 3 }),
    seat: maybe(fc.constant('C0shop01 1010020027')),
    plan: text,
    what: maybe(text),
    values: maybe(fc.array(told, { minLength: 1, maxLength: 3 })),
    text: maybe(text),
    many: maybe(text),
    of: maybe(text),
    done: fc.oneof(text, fc.constantFrom('gave', 'created the user', 'gave give')),
  })
  .map(
    ({ op, need, tokens, seat, ...words }): PlannedWrite => ({
      op,
      need,
      words: planWords(words),
      tokens,
      ...(seat === undefined ? {} : { seat }),
    }),
  );
const plan: fc.Arbitrary<Plan> = fc.record({
  writes: fc.array(write, { maxLength: 3 }),
  shared: fc.array(text, { maxLength: 2 }),
});

test('every plan comes back as it was, to the letter', () => {
  fc.assert(
    fc.property(plan, (one) => {
      expect(JSON.stringify(planIn(planText(one)))).toBe(JSON.stringify(one));
    }),
  );
});

test('Details come back as they were, whatever they say beside the plan', () => {
  fc.assert(
    fc.property(plan, text, text, (one, before, after) => {
      const details = [before, planInWords(one.writes), after].join(' ');
      expect(detailsIn(detailsText({ details, plan: one }), () => one)).toBe(details);
    }),
  );
});

test.each([
  '',
  'x',
  '{}',
  '[',
  '[[],1]',
  '[[0],[]]',
  '[[999],[]]',
  '[[["op"]],[]]',
  '[[["op",0,1,"plan"]],[]]',
  '[[[99,0,"t","p"]],[]]',
])('a cell that somebody changed to %s holds no plan', (cell) => {
  expect(planIn(cell)).toEqual(noPlan);
});

test('of the plan of a row that ended its kinds of writes and shared work come back', () => {
  fc.assert(
    fc.property(plan, (one) => {
      const kinds = ({ writes }: Plan) => writes.map(({ op, need }) => [op, need]);
      const back = planIn(planText(overPlan(one)));
      expect([kinds(back), back.shared]).toEqual([kinds(one), one.shared]);
      expect(planInWords(back.writes)).toBe(planInWords(overPlan(one).writes));
    }),
  );
});
