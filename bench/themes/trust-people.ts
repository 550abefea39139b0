import { once } from 'node:events';
import { WebSocket } from 'ws';
import { cookieHeader, type Product, runProduct } from '../../scripts/run-product.ts';
import { guardHeader } from '../../src/api/routes.ts';
import { authorize } from '../../src/proxy/access/authorize.ts';
import type { Caller } from '../../src/proxy/access/caller.ts';
import { Session } from '../../src/proxy/access/sessions.ts';
import { SlowDown } from '../../src/proxy/access/slow-down.ts';
import { atMost, type BenchRow, median, quantile, shown } from '../row.ts';

const signIns = 15;
const requests = 400;
const revocations = 30;
const decisions = 200_000;
const name = 'Bench guard';
const password = 'four unrelated words here';

const minute = 60_000;

/** Mean time of one decision of who may see a camera, µs. */
function decisionMicroseconds(): number {
  const sees = new Set(Array.from({ length: 1000 }, (_, number) => `camera-${number}`));
  const groups = ['g'];
  const since = { enabled: true, createdAtMs: 0 } as const;
  const person = { id: 'p', name, role: 'operator', cameras: groups, ...since } as const;
  const owner = { kind: 'person', id: 'p' } as const;
  const times = { createdAtMs: 0, lastSeenMs: 0, lastInputMs: 0, confirmedAtMs: 0 };
  const row = { id: 's', tokenHash: '', owner, browser: '', address: '', ...times };
  const caller: Caller = { kind: 'person', person, session: new Session(row), sees };
  const startedMs = performance.now();
  for (let number = 0; number < decisions; number += 1) {
    authorize(caller, 'view', { id: `camera-${number % 2000}`, isDraft: false });
  }
  return ((performance.now() - startedMs) * 1000) / decisions;
}

/** How many of a thousand guesses at one account in ten minutes are looked at. */
function evaluatedGuesses(addressOf: (number: number) => string): number {
  let nowMs = 0;
  const slowDown = new SlowDown(() => nowMs);
  let evaluated = 0;
  for (let number = 0; number < 1000; number += 1) {
    const address = addressOf(number);
    if (slowDown.waitMs('guard', address) === 0) {
      slowDown.failed('guard', address);
      evaluated += 1;
    }
    nowMs += (10 * minute) / 1000;
  }
  return evaluated;
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const startedMs = performance.now();
  await work();
  return performance.now() - startedMs;
}

async function timesOf(count: number, work: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let number = 0; number < count; number += 1) times.push(await timeOf(work));
  return times;
}

/** From the request that ends a session to the close of its socket, ms. */
async function revocationMs(product: Product): Promise<number> {
  const cookie = cookieHeader(await product.signIn('viewer'));
  const socket = new WebSocket(`${product.origin.replace('http', 'ws')}/ws/changes`, [], {
    origin: product.origin,
    headers: { cookie },
  });
  await once(socket, 'message');
  const closed = once(socket, 'close');
  return timeOf(async () => {
    await product.ask('/api/session', { method: 'DELETE', headers: { cookie } });
    await closed;
  });
}

/** What it costs to know everybody, and how soon who is out is out. */
export async function trustPeopleRows(): Promise<readonly BenchRow[]> {
  const product = await runProduct([]);
  try {
    const person = { name, role: 'viewer', cameras: 'all', password };
    await product.ask('/api/people', { method: 'POST', body: JSON.stringify(person) });
    const signIn = () =>
      fetch(`${product.origin}/api/session`, {
        method: 'POST',
        headers: {
          origin: product.origin,
          [guardHeader]: '1',
          'content-type': 'application/json',
        },
        body: JSON.stringify({ name, password }),
      });
    await signIn();
    const entering = await timesOf(signIns, signIn);
    const knowing = await timesOf(requests, () => product.ask('/api/session'));
    const open = await timesOf(requests, () => fetch(`${product.origin}/api/session`));
    const closing: number[] = [];
    for (let number = 0; number < revocations; number += 1) {
      closing.push(await revocationMs(product));
    }
    return [
      atMost('sign-in with a password, p95', quantile(entering, 0.95), 'ms', 1000),
      atMost('deciding who may see a camera', decisionMicroseconds(), 'µs', 10),
      shown('request of a person, median', median(knowing), 'ms'),
      shown('the same of nobody, median', median(open), 'ms'),
      atMost('session ended until its socket is closed, p95', quantile(closing, 0.95), 'ms', 1000),
      atMost(
        '1,000 guesses in 10 min from one address: evaluated',
        evaluatedGuesses(() => '10.0.0.1'),
        'guesses',
        25,
      ),
      atMost(
        '1,000 guesses in 10 min from 1,000 addresses: evaluated',
        evaluatedGuesses((number) => `10.0.${number >> 8}.${number & 255}`),
        'guesses',
        25,
      ),
    ];
  } finally {
    await product.stop();
  }
}
