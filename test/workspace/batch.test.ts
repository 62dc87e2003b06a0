import { handleBatch } from '../../sandbox/workspace/batch';
import { admin, openGoogle, shop } from './google';

const part = (line: string, body = '', id = '') =>
  `--edge\r\nContent-Type: application/http\r\n${id && `Content-ID: <${id}>\r\n`}\r\n${line}\r\n${body && `Content-Type: application/json\r\n\r\n${body}`}\r\n`;
const get = (user: string) => `GET /admin/directory/v1/users/${user}@shop.example HTTP/1.1`;
const send = (google: ReturnType<typeof openGoogle>['google'], parts: readonly string[]) =>
  handleBatch(google, {
    body: `${parts.join('')}--edge--\r\n`,
    contentType: 'multipart/mixed; boundary="edge"',
    as: admin,
  });
const open = (setting: Parameters<typeof openGoogle>[0] = {}) =>
  openGoogle({ accounts: [shop({ users: [{ primaryEmail: 'ana@shop.example' }] })], ...setting });

test('parts are answered in the order sent, each with its own status and id', () => {
  const { google } = open();
  const reply = send(google, [
    part(get('ana'), '', 'one'),
    part(get('nobody'), '', 'two'),
    part('PATCH /admin/directory/v1/users/ana%40shop.example HTTP/1.1', '{"suspended":true}', 'three'),
  ]);
  expect(reply).toMatchObject({ status: 200, contentType: expect.stringMatching(/^multipart\/mixed; boundary=/) });
  expect([...reply.body.matchAll(/HTTP\/1\.1 (\d+)/g)].map((match) => match[1])).toEqual(['200', '404', '200']);
  expect([...reply.body.matchAll(/Content-ID: (\S+)/g)].map((match) => match[1])).toEqual([
    '<response-one>',
    '<response-two>',
    '<response-three>',
  ]);
  expect(reply.body).toContain('"suspended":true');
  expect(google.log).toHaveLength(3);
});

test('the order of execution may be another; the answers stand as sent', () => {
  const { google } = open({ switches: { batchOrder: 'reversed' } });
  const reply = send(google, [part(get('ana')), part(get('nobody'))]);
  expect(google.log.map((line) => line.status)).toEqual([404, 200]);
  expect([...reply.body.matchAll(/HTTP\/1\.1 (\d+)/g)].map((match) => match[1])).toEqual(['200', '404']);
});

test('a lost answer shows as 503 in its part', () => {
  const { google } = open();
  google.control.failNext('directory.users.get', { status: 0 });
  expect(send(google, [part(get('ana')), part(get('ana'))]).body.match(/HTTP\/1\.1 \d+/g)).toEqual([
    'HTTP/1.1 503',
    'HTTP/1.1 200',
  ]);
});

test('members come several at a time, each with an answer of its own', () => {
  const { google } = open({
    accounts: [shop({ users: [{ primaryEmail: 'ana@shop.example' }], groups: [{ email: 'team@shop.example' }] })],
  });
  const add = (email: string) =>
    part('POST /admin/directory/v1/groups/team%40shop.example/members HTTP/1.1', JSON.stringify({ email }));
  const { body } = send(google, [add('ana@shop.example'), add('nobody@shop.example'), add('ana@shop.example')]);
  expect([...body.matchAll(/HTTP\/1\.1 (\d+)/g)].map((match) => match[1])).toEqual(['200', '404', '409']);
});

test('n calls count as n', () => {
  const { google } = open({ quotas: 'documented' });
  const list = part('GET /apps/licensing/v1/product/Google-Apps/users?customerId=my_customer HTTP/1.1');
  expect(send(google, [list, list]).body.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 503']);
});

test('a batch that is too large, mixed or malformed is refused whole', () => {
  const { google } = open();
  expect(
    send(
      google,
      Array.from({ length: 1001 }, () => part(get('ana'))),
    ).status,
  ).toBe(400);
  expect(send(google, [part(get('ana')), part('GET /apps/reseller/v1/subscriptions HTTP/1.1')]).status).toBe(400);
  expect(send(google, [part('nonsense')]).status).toBe(400);
  expect(
    handleBatch(google, { body: part(get('ana')), contentType: 'multipart/mixed; boundary=edge', as: admin }).status,
  ).toBe(400);
  expect(handleBatch(google, { body: '', contentType: 'application/json', as: admin }).status).toBe(400);
  google.control.setSwitch('licensingBatch', 'broken');
  expect(
    send(google, [part('GET /apps/licensing/v1/product/Google-Apps/users?customerId=my_customer HTTP/1.1')]).status,
  ).toBe(404);
  expect(google.log).toEqual([]);
});
