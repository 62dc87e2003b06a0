import { Refusal } from '../../src/engine/request';
import { allOperations } from '../../src/google/operations';
import { explain, refusalRows } from '../../src/google/refusals';
import { errorRows, type ErrorRow } from './error-rows';
import fc, { anyCharacter } from '../property';

fc.configureGlobal({ seed: 7 });

function refusalOf({ status, reason, text, op }: ErrorRow): Refusal {
  return new Refusal(status, reason, { message: text, op });
}

const about = { who: 'ana@shop.example', product: 'Business Starter', domain: 'shop.example' };

describe('every documented refusal', () => {
  test.each(errorRows.map((row) => [row.op, row.status, row.reason, row.text, row] as const))(
    '%s %d %s "%s" has its meaning',
    (...[op, , , , row]) => {
      expect(explain(refusalOf(row), { op, ...about }).code).toBe(row.meaning);
    },
  );

  test('is explained without its operation being in the refusal too', () => {
    for (const row of errorRows) {
      expect(explain(new Refusal(row.status, row.reason, { message: row.text }), { op: row.op, ...about }).code).toBe(
        row.meaning,
      );
    }
  });
});

describe('every meaning', () => {
  test('has a documented refusal that leads to it', () => {
    const reached = new Set(errorRows.map((row) => row.meaning));
    expect(refusalRows.map((row) => row.code).filter((code) => !reached.has(code))).toEqual([]);
  });

  test('has a sentence and a remedy of its own', () => {
    for (const part of ['code', 'says', 'remedy'] as const) {
      const texts = refusalRows.map((row) => row[part]);
      const twice = texts.filter((text, i) => texts.indexOf(text) !== i);
      expect([part, twice]).toEqual([part, []]);
    }
  });

  test('is told in whole sentences with every name filled in', () => {
    for (const row of errorRows) {
      for (const context of [{ op: row.op }, { op: row.op, ...about }]) {
        const { says, remedy } = explain(refusalOf(row), context);
        for (const text of [says, remedy]) {
          expect(text).not.toMatch(/[{}]|undefined/);
          expect(text).toMatch(/^[A-Za-z“"]/);
          expect(text).toMatch(/[.?”]$/);
        }
      }
    }
  });
});

describe('what an administrator reads', () => {
  function read(op: string, ...[status, reason, message]: [number, string, string]): string {
    const { says, remedy } = explain(new Refusal(status, reason, { message }), { op, ...about });
    return `${says} ${remedy}`;
  }

  test('names the API that is off and where to switch it on', () => {
    const text = read('licensing.licenseAssignments.insert', 403, 'accessNotConfigured', '');
    expect(text).toContain('Enterprise License Manager API');
    expect(text).toContain('Extensions › Apps Script › Editor › Services');
    expect(text).toContain('https://console.cloud.google.com/apis/library/licensing.googleapis.com');
  });

  test('says where seats are raised', () => {
    for (const text of [
      read('directory.users.insert', 412, 'limitExceeded', 'Domain user limit reached.'),
      read(
        'licensing.licenseAssignments.insert',
        412,
        'conditionNotMet',
        "There aren't enough available licenses for the pair",
      ),
    ]) {
      expect(text).toMatch(/Raise the seats .*annual plans.*flexible and trial plans/);
      expect(text).toContain('Partner Sales Console › Customers');
    }
  });

  test('says where automatic licensing is turned off', () => {
    expect(
      read('licensing.licenseAssignments.delete', 412, 'conditionNotMet', 'Auto License un-assignment is not allowed.'),
    ).toContain('Billing › License settings');
  });

  test('says what the customer has to switch on', () => {
    expect(read('directory.users.list', 403, 'forbidden', '')).toContain(
      'Account management › Reseller access › Turn on reseller access',
    );
    expect(read('directory.users.list', 403, 'domainCannotUseApis', '')).toContain(
      'Security › Access and data control › API controls',
    );
  });

  test('calls nobody by a made-up name where none was given', () => {
    expect(
      explain(new Refusal(404, 'notFound', { message: 'Resource Not Found: userKey' }), { op: 'directory.users.get' })
        .says,
    ).toContain('does not find this person');
    expect(
      explain(new Refusal(403, 'domainCannotUseApis', { message: '' }), {
        op: 'directory.users.get',
        who: 'ana@shop.example',
      }).says,
    ).toContain('account of shop.example');
  });

  test('can quote Google, in one short line', () => {
    const { says } = explain(new Refusal(418, '', { message: `=IMPORTXML("x")\n${'long '.repeat(100)}` }), {
      op: 'directory.users.get',
    });
    expect(says).toContain("Google says: “=IMPORTXML('x')");
    expect(says).not.toContain('\n');
    expect(says.length).toBeLessThan(300);
  });

  test('never begins like a formula, whatever Google or a cell says', () => {
    const ops = Object.keys(allOperations());
    const text = fc.oneof(
      fc.string({ unit: anyCharacter }),
      fc.constantFrom('=1+1', '+1', '-1', '@x', '\n=1', '<b>=1'),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...ops),
        fc.constantFrom(0, 400, 403, 404, 409, 412, 500),
        text,
        (op, status, strange) => {
          const { says, remedy } = explain(new Refusal(status, '', { message: strange }), {
            op,
            who: strange,
            product: strange,
            domain: strange,
          });
          for (const line of [says, remedy]) {
            expect(line).not.toMatch(/^[=+\-@]/);
            expect(line).not.toMatch(/\p{Cc}/u);
          }
        },
      ),
    );
  });
});
