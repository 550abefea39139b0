import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PassThrough } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { connect, reply, serve, testProtocol } from './test-server.ts';

const answerMs = 150;
let server: Server | undefined;
afterEach(async () => {
  server?.closeAllConnections();
  server?.close();
});

async function device(take: (request: IncomingMessage) => number | Promise<number>) {
  server = createServer(async (request, response) => {
    response.writeHead(await take(request)).end('OK');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe.each(['standard', 'lenient'] as const)('a flow to a device (%s)', (transport) => {
  const open = (origin: string) =>
    connect(origin, {
      protocol: testProtocol({ transport }),
      credentials: () => ({ username: 'guard', password: 'secret' }),
      limits: { answerMs },
    });
  const flow = (body: PassThrough) => ({ target: '/speak?camera=1', contentType: 'audio/x', body });

  it('arrives as it is sent, longer than any answer may take, as whoever we are there', async () => {
    const heard: string[] = [];
    let asked: IncomingMessage | undefined;
    const origin = await device(async (request) => {
      asked = request;
      for await (const chunk of request) heard.push(String(chunk));
      return 200;
    });
    const link = open(origin);
    const body = new PassThrough();
    const { answered } = await link.sendStream(flow(body), new AbortController().signal);
    for (const word of ['one', 'two', 'three']) {
      body.write(word);
      await expect.poll(() => heard.at(-1)).toBe(word);
      await pause(answerMs / 2);
    }
    body.end();
    await answered;
    expect(asked?.method).toBe('POST');
    expect(asked?.headers).toMatchObject({
      'content-type': 'audio/x',
      'transfer-encoding': 'chunked',
      authorization: `Basic ${Buffer.from('guard:secret').toString('base64')}`,
    });
    await link.close();
  });

  it('fails in a typed way: refused, unanswered, given up, nobody there', async () => {
    const origin = await device(async (request) => {
      if (request.url === '/refused') return 401;
      await once(request.resume(), 'end');
      return new Promise(() => undefined);
    });
    const link = open(origin);
    const send = async (target: string, signal = new AbortController().signal, ends = true) => {
      const body = new PassThrough();
      const { answered } = await link.sendStream({ ...flow(body), target }, signal);
      body.write('sound');
      if (ends) body.end();
      return answered;
    };
    await expect(send('/refused', undefined, false)).rejects.toMatchObject({
      kind: 'unauthorized',
    });
    await expect(send('/silent')).rejects.toMatchObject({ reason: 'answer-timeout' });
    const giving = new AbortController();
    const given = send('/silent', giving.signal, false);
    giving.abort();
    await expect(given).rejects.toMatchObject({ reason: 'stopped' });
    await link.close();
    const nobody = open('http://127.0.0.1:1');
    const body = new PassThrough();
    const { answered } = await nobody.sendStream(flow(body), new AbortController().signal);
    await expect(answered).rejects.toMatchObject({ kind: 'unreachable' });
    await nobody.close();
  });
});

it('a flow goes on to a device that has said yes before the end of it', async () => {
  let heard = '';
  const device = await serve((socket, _request, count) => {
    if (count > 1) return;
    socket.on('data', (chunk: Buffer) => {
      heard += chunk.toString();
    });
    socket.write(reply('OK'));
  });
  const link = connect(device.origin, {
    protocol: testProtocol({ transport: 'lenient' }),
    limits: { answerMs },
  });
  const body = new PassThrough();
  const flow = { target: '/speak', contentType: 'audio/x', body };
  const { answered } = await link.sendStream(flow, new AbortController().signal);
  // Travels with the header.
  body.write('one');
  await expect.poll(() => device.requests.length).toBe(1);
  for (const word of ['two', 'three']) {
    body.write(word);
    await expect.poll(() => heard).toContain(word);
    await pause(answerMs / 2);
  }
  body.end();
  await answered;
  await link.close();
  await device.close();
});
