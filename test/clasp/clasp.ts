import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Script } from 'node:vm';

/** clasp, as `npm run deploy` uses it, without a login and before a Google of our own. */

const root = path.resolve(__dirname, '..', '..');

/** What clasp printed, as data, and its exit code. */
export interface Said {
  readonly code: number;
  readonly json: unknown;
  readonly err: string;
}

/** A file of a script project, as the Apps Script API has it (reference of projects.updateContent). */
export interface PushedFile {
  readonly name: string;
  readonly type: string;
  readonly source: string;
}

/**
 * A project file in the project's root, as `.clasp.json` becomes once a script has been made, and a login that needs no
 * renewal.
 */
export class ClaspHere {
  private readonly home = mkdtempSync(path.join(tmpdir(), 'clasp-'));
  private readonly project = path.join(root, `.clasp.test-${process.pid}.json`);

  constructor() {
    const settings = JSON.parse(readFileSync(path.join(root, '.clasp.json'), 'utf8')) as object;
    writeFileSync(this.project, JSON.stringify({ ...settings, scriptId: 'a-script' }));
    const token = {
      type: 'authorized_user',
      client_id: 'x',
      client_secret: 'x',
      refresh_token: 'x',
      access_token: 'x',
      expiry_date: 4102444800000,
    };
    writeFileSync(path.join(this.home, 'login.json'), JSON.stringify({ tokens: { default: token } }));
  }

  /** Runs clasp. With `google` its requests go there, else it has no login and reaches nobody. */
  run(args: readonly string[], google?: string): Promise<Said> {
    const preload = ['--import', path.join(__dirname, 'to-fake-google.mjs')];
    const login = google ? ['-A', path.join(this.home, 'login.json')] : [];
    const command = [
      ...(google ? preload : []),
      path.join(root, 'node_modules', '@google', 'clasp', 'build', 'src', 'index.js'),
      '-P',
      this.project,
      ...login,
      '--json',
      ...args,
    ];
    const env = { PATH: process.env['PATH'], HOME: this.home, ...(google ? { FAKE_GOOGLE: google } : {}) };
    return new Promise((resolve) => {
      const child = execFile(process.execPath, command, { cwd: root, env }, (_, out, err) => {
        resolve({ code: child.exitCode ?? -1, json: jsonOf(out), err });
      });
    });
  }

  /** Removes the files that were made. */
  end(): void {
    rmSync(this.project, { force: true });
    rmSync(this.home, { recursive: true, force: true });
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** A script project that can be read and replaced, and refuses what Apps Script would. The caller closes it. */
export class FakeGoogle {
  files: readonly PushedFile[] = [{ name: 'appsscript', type: 'JSON', source: '{}' }];
  private readonly server = createServer((request, response) => void this.answer(request, response));

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => {
      this.server.listen(0, '127.0.0.1', resolve);
    });
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.close();
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method, url } = request;
    if (!url?.startsWith('/v1/projects/a-script/content'))
      return say(response, 404, { error: { code: 404, message: `${method} ${url}` } });
    if (method === 'PUT') {
      const { files } = JSON.parse(await textOf(request)) as { files: readonly PushedFile[] };
      const wrong = refusalOf(files);
      if (wrong) return say(response, 400, { error: { code: 400, message: wrong } });
      this.files = files;
    }
    say(response, 200, { scriptId: 'a-script', files: this.files });
  }
}

/** Apps Script takes no project without a manifest, and none whose code does not compile. */
function refusalOf(files: readonly PushedFile[]): string | undefined {
  if (!files.some(({ name, type }) => name === 'appsscript' && type === 'JSON')) return 'The project has no manifest.';
  try {
    for (const { name, type, source } of files) if (type === 'SERVER_JS') new Script(source, { filename: name });
    return undefined;
  } catch (error) {
    return `Syntax error: ${String(error)}`;
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

function say(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
