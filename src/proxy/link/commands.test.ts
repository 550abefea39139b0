import { afterEach, describe, expect, it } from 'vitest';
import type { DeviceConnection } from './device-connection.ts';
import {
  type Answer,
  connect,
  endpoint,
  reply,
  serve,
  type TestServer,
  testProtocol,
} from './test-server.ts';

let server: TestServer | undefined;
let link: DeviceConnection | undefined;
afterEach(async () => {
  await link?.close();
  await server?.close();
});

const commandMs = 300;
const row = (path: string) => ({ endpoint: { ...endpoint, id: path, path } });
const command = { deadlineMs: commandMs, isUrgent: true };
/** Far shorter than what hangs takes. */
const patient = { deadlineMs: 2000, isUrgent: true };
const session = {
  kind: 'session',
  signIn: () => row('/sign-in'),
} as const;

describe.each(['standard', 'lenient'] as const)('a command to a device (%s)', (transport) => {
  async function open(answer: Answer, more: Parameters<typeof testProtocol>[0] = {}) {
    server = await serve(answer);
    link = connect(server.origin, {
      protocol: testProtocol({ transport, ...more }),
      credentials: () => ({ username: 'guard', password: 'pw' }),
    });
    return link;
  }
  const path = (request: string) => request.split(' ', 2)[1];

  it('waits for no call that hangs, however many do', async () => {
    const device = await open((socket, request) => {
      if (path(request) === '/stop') socket.end(reply('ok'));
    });
    const hanging = Array.from({ length: 8 }, async () =>
      device.call(row('/status')).catch(({ reason }) => reason),
    );
    await expect.poll(() => server?.requests.length).toBe(2);
    const { text } = await device.call(row('/stop'), patient);
    expect(text).toBe('ok');
    await device.close();
    expect(new Set(await Promise.all(hanging))).toEqual(new Set(['stopped']));
  });

  it('waits for no other command that hangs', async () => {
    const device = await open((socket, request) => {
      if (path(request) === '/stop') socket.end(reply('ok'));
    });
    const hanging = Array.from({ length: 6 }, async () =>
      device.call(row('/move'), command).catch(({ reason }) => reason),
    );
    expect((await device.call(row('/stop'), patient)).text).toBe('ok');
    expect(new Set(await Promise.all(hanging))).toEqual(new Set(['answer-timeout']));
  });

  it.each<[string, Answer]>([
    ['the device says nothing', () => undefined],
    [
      'its answer does not end',
      (socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nok'),
    ],
  ])('is given up in time where %s, and lets its socket go', async (_, answer) => {
    const device = await open(answer);
    const beganMs = performance.now();
    await expect(device.call(row('/move'), command)).rejects.toMatchObject({ kind: 'timeout' });
    expect(performance.now() - beganMs).toBeLessThan(patient.deadlineMs);
    await expect.poll(() => server?.sockets.size).toBe(0);
  });

  it('ends with the one who sent it', async () => {
    const ending = new AbortController();
    const device = await open(() => ending.abort());
    await expect(
      device.call(row('/move'), { ...command, deadlineMs: 5000, signal: ending.signal }),
    ).rejects.toMatchObject({ reason: 'stopped' });
    await expect.poll(() => server?.sockets.size).toBe(0);
  });

  it('begins another sign-in where one hangs', async () => {
    let signIns = 0;
    const device = await open(
      (socket, request) => {
        if (path(request) !== '/sign-in') socket.end(reply('ok'));
        else if (++signIns > 1) socket.end(reply('', 'text/plain'));
      },
      { authentication: session },
    );
    await expect(device.call(row('/stop'), command)).rejects.toMatchObject({ kind: 'timeout' });
    expect((await device.call(row('/stop'), patient)).text).toBe('ok');
    expect(signIns).toBe(2);
  });
});
