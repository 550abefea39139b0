import { afterAll, describe, expect, it } from 'vitest';
import { noCapabilities } from '../../domain/camera.ts';
import { loopbackNames } from '../access/same-site.ts';
import { askAsForeigner, expectRefused, page, statusOf } from '../access/test-foreign-hosts.ts';
import { AddressPolicy } from '../link/address-policy.ts';
import { ActiveDevice, sealPassword } from '../registry/active-device.ts';
import { Sealer } from '../registry/sealer.ts';
import { PageGateway } from './page-gateway.ts';

describe('at the page of a device, a foreign host', () => {
  const sealer = new Sealer(Buffer.alloc(32, 3));
  const now = () => 1_763_700_000_000;
  const gateway = new PageGateway([], { names: new Set(loopbackNames), scheme: 'http' }, now);
  afterAll(() => gateway.stop());

  it('sees nothing, not even a refused ticket', async () => {
    const { url } = await gateway.open(...deviceWithPage(sealer, now()), '127.0.0.1:7000');
    const { port, pathname } = new URL(url);
    const to = (host: string) => page(pathname, host);
    expectRefused(await askAsForeigner(Number(port), false, to));
    expect(await statusOf(Number(port), false, to(`127.0.0.1:${port}`))).toBe(303);
  });
});

function deviceWithPage(sealer: Sealer, nowMs: number) {
  const row = {
    id: 'd1',
    name: 'Gate',
    protocolId: 'none',
    origin: 'http://127.0.0.1:9',
    entryTarget: '/',
    username: '',
  };
  const description = {
    capabilities: noCapabilities,
    streams: [{ id: 'page', kind: 'page', quality: 'main', target: '/watch' } as const],
  };
  const identity = { id: 'c1', deviceId: 'd1', channel: '1', number: 1, name: 'Gate' };
  const camera = {
    row: { ...identity, enabled: true, description },
    state: 'connected',
    stateSinceMs: 0,
  } as const;
  const facts = { row, sealedPassword: sealPassword(sealer, row, ''), cameras: [camera] };
  const connect = () => {
    throw new TypeError('nobody is to be asked');
  };
  const device = new ActiveDevice(
    { ...facts, protocol: undefined },
    { sealer, addresses: new AddressPolicy({ allowLoopback: true }), nowMs, connect },
  );
  return [device, camera] as const;
}
