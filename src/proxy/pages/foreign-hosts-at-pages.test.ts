import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loopbackNames } from '../access/same-site.ts';
import { askAsForeigner, expectRefused, page, statusOf } from '../access/test-foreign-hosts.ts';
import { PageGateway } from './page-gateway.ts';
import { PageDevice, TestSession } from './test-page.ts';

describe('at the page of a device, a foreign host', () => {
  const site = new PageDevice();
  const hosts = { names: new Set(loopbackNames), scheme: 'http' } as const;
  const gateway = new PageGateway({ ports: [0], hosts, now: Date.now });

  beforeAll(() => site.listen());
  afterAll(async () => {
    await gateway.stop();
    await site.close();
  });

  it('sees nothing, not even a refused ticket', async () => {
    const device = site.registered('d1', Date.now);
    const [camera] = device.cameras;
    if (!camera) throw new TypeError('the device has no camera');
    const visitor = { session: new TestSession('one'), origin: 'http://127.0.0.1:7000' };
    const { port, pathname } = new URL((await gateway.open(device, camera, visitor)).url);
    const to = (host: string) => page(pathname, host);
    expectRefused(await askAsForeigner(Number(port), false, to));
    expect(await statusOf(Number(port), false, to(`127.0.0.1:${port}`))).toBe(303);
  });
});
