import { ask } from '../../sandbox/cli/desk';
import { encodings, escapes } from '../../sandbox/workspace/quoting';
import type { TestDesk } from '../sandbox-desk';

/** Whether a secret stands anywhere, in whatever form, beside the vault of whoever has it. */

/** What can be told of somebody's secret in these ways is told. */
export const written = (secret: string): readonly string[] => [
  ...escapes.map((escape) => escape(secret)),
  ...encodings.map((encode) => encode(secret)),
  ...[0, 1, 2].map((before) =>
    Buffer.from('-'.repeat(before) + secret)
      .toString('base64')
      .slice(Math.ceil((before * 8) / 6), -4),
  ),
];

/** Every place where something stays, without what the vault keeps for the person. */
function placesOf(desk: TestDesk): Readonly<Record<string, unknown>> {
  const { host, workspace } = desk;
  const { properties, sheets, cache, mails, triggers } = host.state;
  const users = Object.entries(properties.users).map(([who, values]) => [
    `properties of ${who}`,
    Object.fromEntries(Object.entries(values).filter(([name]) => !/^(?:vault|waits|token):/.test(name))),
  ]);
  return {
    'cells and notes': sheets,
    'document properties': properties.document,
    'script properties': properties.script,
    ...(Object.fromEntries(users) as Record<string, unknown>),
    cache,
    mails,
    triggers,
    logs: host.logs,
    shown: host.shown,
    failures: host.failures,
    'requests.jsonl': workspace.log,
    answers: [ask(host, 'getStartPage'), ask(host, 'getNeeds'), ask(host, 'getProgress'), ask(host, 'getHandOff')],
    customers: ask(host, 'getCustomers'),
  };
}

/** Where any of these secrets stands, in whatever form: place by place, without repeating it. */
export function leaks(desk: TestDesk, secrets: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(placesOf(desk)).flatMap(([place, what]) => {
    const text = JSON.stringify(what);
    const plain = text.replace(/\\(["\\])/g, '$1');
    return Object.entries(secrets)
      .filter(([, secret]) => written(secret).some((one) => text.includes(one) || plain.includes(one)))
      .map(([name]) => `${name} in ${place}`);
  });
}
