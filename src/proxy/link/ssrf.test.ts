import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { DeviceError } from '../../domain/device-error.ts';
import { addressForms } from './address-forms.ts';
import { AddressPolicy, type AddressRules } from './address-policy.ts';
import { type Canary, listenAsCanary } from './canary.ts';
import { DeviceConnection } from './device-connection.ts';
import { defaultLinkLimits } from './link-limits.ts';
import { countAsOwn } from './own-listeners.ts';
import { endpoint, testProtocol } from './test-server.ts';

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((item) => item.close()));
});

const account = { username: 'guard', password: 'c4nary' };
const never = new AbortController().signal;
const limits = { maximumBytes: 1000, deadlineMs: 200 };

async function canary(): Promise<Canary> {
  const listening = await listenAsCanary();
  opened.push(listening);
  return listening;
}

/** Every way on which the product dials. */
const roads: readonly ((link: DeviceConnection) => Promise<unknown>)[] = [
  (link) => link.call({ endpoint }),
  (link) => link.readFile('/still.jpg', limits),
  (link) => link.openStream({ target: '/video.mjpg', port: undefined }, never),
  (link) => link.openAnswer({ endpoint: { ...endpoint, reply: 'socket' } }, never),
  (link) => link.peek('/'),
  (link) => link.describe({ target: '/h264' }),
  (link) =>
    link.rtspStream({ target: '/h264' }, never, async (dial) => once(dial.begin(), 'connect')),
];

/** Dials an origin on every road. @returns why each failed */
async function tryAll(
  origin: string,
  rules: AddressRules,
  { lenient = false, hasty = false } = {},
): Promise<unknown[]> {
  const protocol = testProtocol({ transport: lenient ? 'lenient' : 'standard' });
  const target = { deviceId: 'd', origin, entryTarget: '/', protocol, credentials: () => account };
  const environment = { now: () => Date.now(), random: () => 0.5 };
  const outcomes: unknown[] = [];
  for (const road of roads) {
    let link: DeviceConnection | undefined;
    try {
      const patience = hasty ? { answerMs: 50, callDeadlineMs: 200 } : {};
      link = new DeviceConnection({ ...target, addresses: new AddressPolicy(rules) }, environment, {
        ...defaultLinkLimits,
        ...patience,
      });
      await road(link);
      outcomes.push('connected');
    } catch (error) {
      outcomes.push(error instanceof DeviceError ? error.reason : error);
    } finally {
      await link?.close();
    }
  }
  return outcomes;
}

const refusals = ['address-not-allowed', 'address-invalid', 'name-not-found', 'not-supported'];

function resolving(...answers: (readonly string[])[]) {
  let asked = 0;
  const resolver = ((_name: string, _options: unknown, done: (...values: unknown[]) => void) => {
    const answer = answers[Math.min(asked, answers.length - 1)] ?? [];
    asked += 1;
    done(
      null,
      answer.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  }) as unknown as NonNullable<AddressRules['resolver']>;
  return { resolver, asked: () => asked };
}

describe('trust: addresses that lead back to this machine', () => {
  it('reach no listener, in 120 forms and more, on any road', async () => {
    const listening = await canary();
    const forms = addressForms(listening.port);
    const wrong: string[] = [];
    // Whatever a form turns out to name, a name server could say that it is this machine.
    const { resolver } = resolving(['127.0.0.1', '::1']);
    for (const form of forms) {
      const outcomes = await tryAll(form, { allowLoopback: false, resolver });
      const bad = outcomes.filter((outcome) => !refusals.includes(String(outcome)));
      if (bad.length > 0) wrong.push(`${form}: ${bad.join(', ')}`);
    }
    expect(wrong).toEqual([]);
    expect(new Set(forms).size).toBeGreaterThanOrEqual(120);
    expect(listening.connections).toBe(0);
  }, 60_000);

  it('would be heard, were they not refused', async () => {
    const listening = await canary();
    const origin = `http://127.0.0.1:${listening.port}`;
    await tryAll(origin, { allowLoopback: true }, { hasty: true });
    expect(listening.connections).toBeGreaterThanOrEqual(roads.length - 1);
  }, 60_000);

  it.each([false, true])(
    'are refused from a name server as well (lenient: %s)',
    async (lenient) => {
      const listening = await canary();
      for (const answer of ['127.0.0.1', '::1', '::ffff:127.0.0.1', '0.0.0.0', '169.254.169.254']) {
        const { resolver } = resolving([answer]);
        const origin = `http://camera.example:${listening.port}`;
        const outcomes = await tryAll(origin, { allowLoopback: false, resolver }, { lenient });
        expect(outcomes).toEqual(roads.map(() => 'address-not-allowed'));
      }
      expect(listening.connections).toBe(0);
    },
  );

  it('are refused when the name server changes its mind between two dials', async () => {
    const listening = await canary();
    const { resolver, asked } = resolving(['10.255.255.1'], ['127.0.0.1']);
    const addresses = new AddressPolicy({ allowLoopback: false, resolver });
    const first = new Promise((resolve) =>
      addresses.lookup(listening.port)('camera.example', {}, (_error, address) => resolve(address)),
    );
    expect(await first).toBe('10.255.255.1');
    const rules = { allowLoopback: false, resolver };
    const outcomes = await tryAll(`http://camera.example:${listening.port}`, rules);
    expect(outcomes).toEqual(roads.map(() => 'address-not-allowed'));
    // Each dial asks once, and dials what it was told then.
    expect(asked()).toBe(1 + roads.length);
    expect(listening.connections).toBe(0);
  });
});

describe('trust: our own listeners', () => {
  it('are no device, even where devices may live on this machine', async () => {
    const server = createServer();
    countAsOwn(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    let connections = 0;
    server.on('connection', () => {
      connections += 1;
    });
    const { port } = server.address() as AddressInfo;
    const addresses = new AddressPolicy({ allowLoopback: true });
    const hosts = ['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1', '::ffff:7f00:1'];
    expect(hosts.filter((host) => addresses.allows(host, port))).toEqual([]);
    expect(hosts.filter((host) => addresses.allows(host, 1))).toEqual(hosts);
    for (const host of ['127.0.0.1', 'localhost', '[::1]']) {
      for (const scheme of ['http', 'https', 'ws', 'rtsp']) {
        const outcomes = await tryAll(`${scheme}://${host}:${port}`, { allowLoopback: true });
        expect(outcomes.filter((outcome) => !refusals.includes(String(outcome)))).toEqual([]);
      }
    }
    expect(connections).toBe(0);
    const closed = once(server, 'close');
    server.close();
    await closed;
    expect(addresses.allows('127.0.0.1', port)).toBe(true);
  });
});
