import { describe, expect, it } from 'vitest';
import type { ProbeEvent } from '../../../api/probe.ts';
import { catalogue } from '../../../protocols/catalogue.ts';
import { addressForms } from '../../link/address-forms.ts';
import { AddressPolicy, type AddressRules } from '../../link/address-policy.ts';
import { listenAsCanary } from '../../link/canary.ts';
import { DeviceConnection } from '../../link/device-connection.ts';
import { Drafts } from '../drafts.ts';
import { type ProbeDependencies, runProbe } from './probe.ts';

const never = new AbortController().signal;

const toThisMachine = ((_name: string, _options: unknown, done: (...values: unknown[]) => void) =>
  done(null, [{ address: '127.0.0.1', family: 4 }])) as unknown as NonNullable<
  AddressRules['resolver']
>;

/** A probe that ends before anything would be kept. */
function dependencies(allowLoopback: boolean): ProbeDependencies {
  const environment = { now: () => Date.now(), random: () => 0.5 };
  return {
    registry: { device: () => undefined } as unknown as ProbeDependencies['registry'],
    drafts: new Drafts(() => undefined),
    protocols: catalogue,
    connect: (target) => new DeviceConnection(target, environment),
    // Whatever an address turns out to name, a name server could say that it is this machine.
    addresses: new AddressPolicy({ allowLoopback, resolver: toThisMachine }),
    repackages: false,
    now: environment.now,
  };
}

async function stopOf(address: string): Promise<string> {
  const events: ProbeEvent[] = [];
  const account = { username: 'guard', password: 'c4nary' };
  await runProbe(
    { address, ...account },
    dependencies(false),
    (event) => events.push(event),
    never,
  );
  const last = events.at(-1);
  return last?.type === 'stopped' ? `${last.rung} ${last.problem.reason}` : String(last?.type);
}

describe('trust: a typed address that leads back to this machine', () => {
  it('ends before anything is dialled, in 120 forms and more', async () => {
    const canary = await listenAsCanary();
    const forms = addressForms(canary.port);
    const stops = new Map<string, string>();
    for (const form of forms) stops.set(form, await stopOf(form));
    await canary.close();
    const expected = /^(address (address-invalid|not-supported)|name address-not-allowed)$/;
    expect([...stops].filter(([, stop]) => !expected.test(stop))).toEqual([]);
    expect(stops.size).toBeGreaterThanOrEqual(120);
    expect(canary.connections).toBe(0);
  }, 60_000);
});
