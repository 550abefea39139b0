import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askFrom } from '../test-site/ask-from.ts';
import { password, TestProxy } from '../test-site/test-proxy.ts';

const minute = 60_000;
const proxy = new TestProxy();

beforeAll(async () => {
  await proxy.start();
  for (const name of ['Guard', 'Known', 'Spoofed'])
    await proxy.parts.access.people.add({ name, role: 'viewer', cameras: 'all', password });
});
afterAll(() => proxy.end());

const signIn = (address: string, name: string, secret: string, headers = {}) =>
  askFrom(address, proxy.origin, '/api/session', { name, password: secret }, headers);

const retryAfter = (body: string) => Number(/"retryAfterMs":(\d+)/.exec(body)?.[1] ?? 0);

/** A thousand guesses in ten minutes of the proxy's clock; how many passwords were looked at. */
async function attack(name: string, addressOf: (number: number) => string): Promise<number> {
  let evaluated = 0;
  for (let number = 0; number < 1000; number += 1) {
    const { status } = await signIn(addressOf(number), name, `guess number ${number}`);
    expect([401, 429]).toContain(status);
    if (status === 401) evaluated += 1;
    proxy.aheadMs += (10 * minute) / 1000;
  }
  return evaluated;
}

describe('a thousand guesses in ten minutes', () => {
  it('from one machine are hardly heard, and the owner comes in within a minute', async () => {
    const evaluated = await attack('Guard', () => '127.0.0.3');
    expect(evaluated).toBeLessThanOrEqual(25);
    const first = await signIn('127.0.0.2', 'Guard', password);
    const waitMs = first.status === 429 ? retryAfter(first.body) : 0;
    expect(waitMs).toBeLessThanOrEqual(minute);
    proxy.aheadMs += waitMs;
    expect((await signIn('127.0.0.2', 'guard', password)).status).toBe(200);
    console.info(`1,000 guesses: ${evaluated} evaluated, the owner waited ${waitMs} ms`);
  }, 120_000);

  it('from many machines do not keep the owner from where they came in before', async () => {
    expect((await signIn('127.0.0.2', 'Known', password)).status).toBe(200);
    const evaluated = await attack('Known', (number) => `127.0.1.${1 + (number % 250)}`);
    expect(evaluated).toBeLessThanOrEqual(25);
    expect((await signIn('127.0.0.2', 'Known', password)).status).toBe(200);
  }, 120_000);
});

it('goes by the address of the socket, whatever headers claim', async () => {
  const { people, sessions } = proxy.parts.access;
  const claims = Array.from({ length: 50 }, (_, number) => ({
    'x-forwarded-for': number % 3 === 0 ? `10.0.0.${number}` : `10.0.0.${number}, 127.0.0.9`,
    'x-real-ip': `10.1.0.${number}`,
    forwarded: `for=10.2.0.${number};proto=https`,
    'cf-connecting-ip': `10.3.0.${number}`,
    'true-client-ip': `10.4.0.${number}`,
    'x-client-ip': `10.5.0.${number}`,
  }));
  const statuses: number[] = [];
  for (const [number, headers] of claims.entries()) {
    const { status } = await signIn('127.0.0.4', `Somebody ${number}`, 'wrong', headers);
    statuses.push(status);
  }
  expect(statuses.filter((status) => status === 401)).toHaveLength(20);
  expect(statuses.slice(20).every((status) => status === 429)).toBe(true);
  expect((await signIn('127.0.0.5', 'Spoofed', password, claims[1])).status).toBe(200);
  const id = people.named('Spoofed')?.id ?? '';
  const [session] = sessions.ofOwner({ kind: 'person', id });
  expect(session?.row.address).toBe('127.0.0.5');
});

describe('names that JavaScript knows', () => {
  const names = ['__proto__', 'constructor', 'hasOwnProperty', 'toString', 'prototype', 'valueOf'];

  it.each(names)('are nobody and nothing: %s', async (name) => {
    proxy.aheadMs += 11 * minute;
    const refused = await signIn('127.0.3.1', name, password);
    expect(refused.status).toBe(401);
    const own = { [name]: 1, name: 'Guard', password };
    const odd = JSON.parse(`{"${name}":{"role":"administrator"},"name":"x","password":"y"}`);
    for (const body of [own, odd]) {
      const reply = await askFrom('127.0.3.1', proxy.origin, '/api/session', body);
      expect([400, 401]).toContain(reply.status);
    }
    const token = await proxy.signInAs('administrator');
    const group = { name, cameraIds: [] };
    for (const [method, address, body] of [
      ['GET', `/api/cameras/${name}/snapshot`],
      ['GET', `/api/cameras/${name}/hls/${name}/${name}`],
      ['POST', `/api/cameras/${name}/page`],
      ['DELETE', `/api/people/${name}`],
      ['PATCH', `/api/people/${name}`, { enabled: true }],
      ['PUT', `/api/camera-groups/${name}`, group],
      ['DELETE', `/api/camera-groups/${name}`],
      ['DELETE', `/api/sessions/${name}`],
      ['DELETE', `/api/account/sessions/${name}`],
      ['DELETE', `/api/views/${name}`],
      ['DELETE', `/api/devices/${name}`],
      ['GET', `/api/devices/${name}/endpoints`],
      ['POST', `/api/devices/${name}/endpoints/${name}`, { query: {} }],
    ] as const) {
      const reply = await proxy.ask(method, address, body, token);
      expect([address, reply.status]).toEqual([address, 404]);
    }
    const person = { name: 'x', role: name, cameras: 'all', password };
    expect((await proxy.ask('POST', '/api/people', person, token)).status).toBe(400);
    const cameras = { name: 'x', role: 'viewer', cameras: [name], password };
    expect((await proxy.ask('POST', '/api/people', cameras, token)).status).toBe(400);
    expect((await proxy.ask('GET', '/api/site', undefined, name)).status).toBe(401);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
