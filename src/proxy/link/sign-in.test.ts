import { afterEach, describe, expect, it } from 'vitest';
import { DeviceError } from '../../domain/device-error.ts';
import { refusedProbeMs } from '../../domain/retry-ladder.ts';
import type { EndpointCall } from '../../protocols/protocol.ts';
import type { DeviceConnection } from './device-connection.ts';
import { connect, endpoint, reply, serve, type TestServer, testProtocol } from './test-server.ts';

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((item) => item.close()));
});

const basic = (username: string, password: string) =>
  `authorization: Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
const refusal = reply('no', 'text/html', '401 Unauthorized');

interface Bench {
  readonly server: TestServer;
  readonly link: DeviceConnection;
  password: string;
  nowMs: number;
}

/** A device that knows one password, with an open endpoint and a forbidden place. */
async function bench(right = 'right'): Promise<Bench> {
  const server = await serve((socket, request) => {
    const known = request.includes(basic('admin', right));
    const isOpen = request.startsWith('GET /open');
    const isBarred = request.startsWith('GET /barred');
    socket.write(isOpen || (known && !isBarred) ? reply('ok') : refusal);
  });
  const state = { password: 'wrong', nowMs: 1_000_000 };
  const link = connect(server.origin, {
    credentials: () => ({ username: 'admin', password: state.password }),
    now: () => state.nowMs,
  });
  opened.push(link, server);
  return Object.assign(state, { server, link });
}

const call = (path = '/status.cgi'): EndpointCall => ({
  endpoint: { ...endpoint, id: path, path },
});
const file = { maximumBytes: 1000, deadlineMs: 3000 };

async function reasonOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'fine',
    (error: unknown) => (error instanceof DeviceError ? error.reason : 'untyped'),
  );
}

describe('the parts of a page', () => {
  const parts = (at: Bench, target: string, kind?: 'entry') => {
    const opening = at.link.openPage(target, AbortSignal.timeout(3000), kind);
    return opening.then(({ status, body }) => {
      body.destroy();
      return status;
    });
  };

  it('neither lock an account nor prove its password', async () => {
    const at = await bench();
    at.password = 'right';
    expect(await reasonOf(at.link.call(call()))).toBe('fine');
    for (let count = 0; count < 4; count += 1) expect(await parts(at, '/barred.js')).toBe(401);
    expect(await reasonOf(at.link.call(call()))).toBe('fine');
    at.password = 'wrong';
    expect(await parts(at, '/open.js')).toBe(200);
    const many = Array.from({ length: 10 }, (_, n) => reasonOf(at.link.call(call(`/b${n}`))));
    expect(new Set(await Promise.all(many))).toEqual(new Set(['login-refused']));
    expect(at.server.requests.filter((one) => one.startsWith('GET /b'))).toHaveLength(6);
  });

  it('count against the password where they are the page itself', async () => {
    const at = await bench();
    for (let count = 0; count < 5; count += 1) {
      await parts(at, '/watch', 'entry').catch((refused: unknown) => refused);
    }
    expect(at.server.requests).toHaveLength(2);
  });
});

describe('a wrong password', () => {
  it('is sent twice, however many ask at once, and then only as a probe each minute', async () => {
    const at = await bench();
    const many = Array.from({ length: 40 }, (_, n) =>
      reasonOf(n % 2 ? at.link.call(call(`/a${n}`)) : at.link.readFile(`/f${n}`, file)),
    );
    expect(new Set(await Promise.all(many))).toEqual(new Set(['login-refused']));
    expect(at.server.requests).toHaveLength(2);
    at.nowMs += refusedProbeMs - 1;
    await reasonOf(at.link.call(call()));
    expect(at.server.requests).toHaveLength(2);
    at.nowMs += 1;
    await Promise.all(many.map(() => reasonOf(at.link.call(call()))));
    expect(at.server.requests).toHaveLength(3);
  });

  it('is forgotten when another one is saved, and those who wait are told', async () => {
    const at = await bench();
    await Promise.all([reasonOf(at.link.call(call())), reasonOf(at.link.call(call()))]);
    expect(await reasonOf(at.link.call(call()))).toBe('login-refused');
    let wakes = 0;
    at.link.onWake(() => {
      wakes += 1;
    });
    at.password = 'right';
    at.link.credentialsChanged();
    expect(wakes).toBe(1);
    expect(await reasonOf(at.link.call(call()))).toBe('fine');
  });

  it('is not proven right by an endpoint that is open to everybody', async () => {
    const at = await bench();
    const seen: string[] = [];
    for (let n = 0; n < 6; n += 1) {
      seen.push(await reasonOf(at.link.call(call('/open'))));
      seen.push(await reasonOf(at.link.call(call('/closed'))));
    }
    expect(at.server.requests.filter((line) => line.startsWith('GET /closed'))).toHaveLength(2);
    expect(seen.filter((reason) => reason === 'fine')).toHaveLength(6);
  });

  it('says when to ask again', async () => {
    const at = await bench();
    await reasonOf(at.link.call(call()));
    await reasonOf(at.link.call(call()));
    at.nowMs += 20_000;
    const error = await at.link.call(call()).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ kind: 'unauthorized', retryAfterMs: refusedProbeMs - 20_000 });
  });
});

describe('a right password', () => {
  it('is not held against other places when one place refuses', async () => {
    const at = await bench();
    at.password = 'right';
    await at.link.readFile('/live', file);
    for (let n = 0; n < 5; n += 1) await reasonOf(at.link.readFile('/barred', file));
    expect(at.server.requests.filter((line) => line.startsWith('GET /barred'))).toHaveLength(2);
    expect(await reasonOf(at.link.readFile('/other', file))).toBe('fine');
  });

  it('is not doubted for a refusal that whoever asks reckons with', async () => {
    const at = await bench();
    at.password = 'right';
    for (let n = 0; n < 5; n += 1) {
      const answer = await at.link.call(call('/barred'), { acceptStatus: [401] });
      expect(answer.status).toBe(401);
    }
    expect(await reasonOf(at.link.readFile('/live', file))).toBe('fine');
    expect((await at.link.call(call('/barred'), { acceptStatus: [401] })).status).toBe(401);
    expect(await reasonOf(at.link.readFile('/live', file))).toBe('fine');
  });

  it('that the device changes meanwhile is not tried by everybody', async () => {
    const at = await bench();
    at.password = 'right';
    for (let n = 0; n < 10; n += 1) await at.link.readFile(`/f${n}`, file);
    at.password = 'old';
    const before = at.server.requests.length;
    await Promise.all(
      Array.from({ length: 10 }, (_, n) => reasonOf(at.link.readFile(`/f${n}`, file))),
    );
    expect(at.server.requests.length - before).toBe(2);
  });
});

describe('a session', () => {
  const signIn: EndpointCall['endpoint'] = { ...endpoint, id: 'auth', path: '/auth' };

  async function sessionBench() {
    let valid = 0;
    const state = { expired: false };
    const server = await serve((socket, request) => {
      if (request.startsWith('GET /auth')) {
        if (!request.includes('login=admin%3Aright')) return socket.write(refusal);
        valid += 1;
        state.expired = false;
        const body = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n';
        return socket.write(`${body}Set-Cookie: sid=s${valid}; Path=/; HttpOnly\r\n\r\nok`);
      }
      const known = !state.expired && request.includes(`cookie: sid=s${valid}`);
      const isFile = request.startsWith('GET /file') && request.includes(basic('admin', 'right'));
      return socket.write(known || isFile ? reply('ok') : refusal);
    });
    const account = { password: 'right' };
    const link = connect(server.origin, {
      credentials: () => ({ username: 'admin', password: account.password }),
      protocol: testProtocol({
        authentication: {
          kind: 'session',
          signIn: ({ username, password }) => ({
            endpoint: signIn,
            query: { login: `${username}:${password}` },
          }),
        },
      }),
    });
    opened.push(link, server);
    const signIns = () => server.requests.filter((line) => line.startsWith('GET /auth')).length;
    return { server, link, state, account, signIns };
  }

  it('is opened once for many calls, which carry its cookie and no Basic', async () => {
    const { link, server, signIns } = await sessionBench();
    await Promise.all(Array.from({ length: 12 }, () => link.call(call())));
    expect(signIns()).toBe(1);
    const last = server.requests.at(-1) ?? '';
    expect(last).toContain('cookie: sid=s1');
    expect(last).not.toContain('authorization');
  });

  it('is opened anew when it has run out, once for all who notice', async () => {
    const { link, state, signIns } = await sessionBench();
    await link.call(call());
    state.expired = true;
    const answers = await Promise.all(Array.from({ length: 6 }, () => reasonOf(link.call(call()))));
    expect(new Set(answers)).toEqual(new Set(['fine']));
    expect(signIns()).toBe(2);
  });

  it('that has run out does not keep files waiting, which take Basic', async () => {
    const { link, state, signIns } = await sessionBench();
    await link.call(call());
    state.expired = true;
    expect((await link.readFile('/file', file)).bytes.toString()).toBe('ok');
    expect(signIns()).toBe(1);
  });

  it('costs a wrong password two tries, also where pictures are asked for first', async () => {
    const { link, server, account } = await sessionBench();
    account.password = 'wrong';
    for (let round = 0; round < 3; round += 1) {
      const reasons = await Promise.all(
        Array.from({ length: 8 }, (_, n) => reasonOf(link.readFile(`/file${n}`, file))),
      );
      expect(new Set(reasons)).toEqual(new Set(['login-refused']));
    }
    expect(server.requests).toHaveLength(2);
  });

  it('is not tried again and again with a wrong password', async () => {
    const { link, account, signIns } = await sessionBench();
    account.password = 'wrong';
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => reasonOf(link.call(call()))),
    );
    await reasonOf(link.call(call()));
    await reasonOf(link.call(call()));
    expect(new Set(answers)).toEqual(new Set(['login-refused']));
    expect(signIns()).toBe(2);
  });
});
