import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ProbeEvent, probeEventSchema } from '../../api/probe.ts';
import { guardHeader } from '../../api/routes.ts';
import type { Role } from '../../domain/role.ts';
import type { Passwords } from '../access/passwords.ts';
import { sessionCookieName } from '../access/session-token.ts';
import { cheapPasswords } from '../access/test-passwords.ts';
import type { ProxyParts } from '../api/proxy-parts.ts';
import type { MountedProxy } from '../create-proxy.ts';
import type { ProxyOptions } from '../proxy-options.ts';
import { type RunningProxy, startProxy } from '../start-proxy.ts';

/** What everybody here signs in with. */
export const password = 'four unrelated words here';
const visitor = { browser: 'test', address: '127.0.0.1' };

/** A real proxy on a free port, with data of its own, and all that it ever said. */
export class TestProxy {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'watchfloor-proxy-'));
  /** Every body and header line that left it, and every line of its log. */
  readonly said: string[] = [];
  /** Of the first administrator, who is registered at the first start. */
  token = '';
  /** By how much the clock of the proxy is ahead, ms. */
  aheadMs = 0;
  readonly #passwords: Passwords;
  #running: RunningProxy | undefined;

  constructor(passwords = cheapPasswords()) {
    this.#passwords = passwords;
  }

  async start(options: Partial<ProxyOptions> = {}): Promise<void> {
    this.#running = await startProxy({
      clock: () => Date.now() + this.aheadMs,
      passwords: this.#passwords,
      options: {
        port: 0,
        dataFolder: path.join(this.folder, 'data'),
        keyFile: path.join(this.folder, 'keys', 'master.key'),
        appFolder: path.join(this.folder, 'app'),
        // To ask one for its version takes longer than most tests of a proxy do.
        ffmpeg: path.join(this.folder, 'no-ffmpeg'),
        allowLoopback: true,
        pagePorts: [],
        log: { level: 'trace', stream: { write: (line: string) => void this.said.push(line) } },
        ...options,
      },
    });
    if (this.token === '') await this.#setUp();
  }

  /** The product in this process. */
  get parts(): ProxyParts {
    return this.mounted.parts;
  }

  get mounted(): MountedProxy {
    if (!this.#running) throw new TypeError('the proxy is not running');
    return this.#running.proxy;
  }

  /** Another person, signed in: what `ask` takes as its token. */
  async signInAs(role: Role, cameras: 'all' | string[] = 'all'): Promise<string> {
    const { people, sessions } = this.parts.access;
    const name = `${role} ${people.all.length}`;
    const person = await people.add({ name, role, cameras, password });
    return (await sessions.begin({ kind: 'person', id: person.id }, visitor)).token;
  }

  /** What a change needs, besides being signed in. */
  headers(token = this.token): Record<string, string> {
    return {
      cookie: this.cookie(token),
      origin: this.origin,
      [guardHeader]: '1',
      'content-type': 'application/json',
    };
  }

  /** The `Cookie` header of a session. */
  cookie(token = this.token): string {
    const name = sessionCookieName({ host: new URL(this.origin).host, scheme: 'http' });
    return `${name}=${token}`;
  }

  async #setUp(): Promise<void> {
    const { access } = this.parts;
    if (access.demo) {
      const administrator = access.people.all.find(({ role }) => role === 'administrator');
      const owner = { kind: 'person', id: administrator?.id ?? '' } as const;
      this.token = (await access.sessions.begin(owner, visitor)).token;
      return;
    }
    const { code } = access.setUpCode;
    const first = { code, name: 'First', password };
    this.token = (await access.desk.setUp(first, visitor)).token;
  }

  get origin(): string {
    return this.#running?.origin ?? '';
  }

  async stop(): Promise<void> {
    await this.#running?.stop();
    this.#running = undefined;
  }

  async end(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async ask(
    method: string,
    address: string,
    body?: unknown,
    token = this.token,
  ): Promise<{ status: number; headers: Headers; text: string; json: () => unknown }> {
    const reply = await fetch(`${this.origin}${address}`, {
      method,
      headers: {
        cookie: `browser=1; ${this.cookie(token)}`,
        referer: `${this.origin}/browser`,
        ...(method === 'GET'
          ? {}
          : { origin: this.origin, [guardHeader]: '1', 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await reply.text();
    this.said.push(text, JSON.stringify([...reply.headers]));
    return { status: reply.status, headers: reply.headers, text, json: () => JSON.parse(text) };
  }

  /** Climbs the whole ladder. Every line is checked against the contract. */
  async probe(request: object): Promise<ProbeEvent[]> {
    const { text } = await this.ask('POST', '/api/probes', request);
    return text
      .trim()
      .split('\n')
      .map((line) => probeEventSchema.parse(JSON.parse(line)));
  }
}
