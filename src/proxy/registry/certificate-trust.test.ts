import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deviceSchema } from '../../api/device.ts';
import type { ProbeEvent } from '../../api/probe.ts';
import { type MadeCertificate, makeCertificate } from '../test-site/made-certificate.ts';
import { type StillCamera, startStillCamera } from '../test-site/still-camera.ts';
import { TestProxy } from '../test-site/test-proxy.ts';

const account = { username: 'guard', password: 'c4nary-0f-tls' };
let proxy: TestProxy;
let camera: StillCamera;
let own: MadeCertificate;

beforeEach(async () => {
  own = await makeCertificate('cam\u202Egnp.exe');
  camera = await startStillCamera(account.username, account.password, own);
  proxy = new TestProxy();
  await proxy.start();
});
afterEach(async () => {
  await proxy.end();
  await camera.stop();
});

const address = () => `https://127.0.0.1:${camera.port}/still.jpg`;

function shownIn(events: readonly ProbeEvent[]) {
  const shown = events.find((event) => event.type === 'certificate');
  if (shown?.type !== 'certificate') throw new TypeError(JSON.stringify(events));
  return shown.certificate;
}

async function changeCertificate(next: MadeCertificate): Promise<void> {
  const { port } = camera;
  await camera.stop();
  camera = await startStillCamera(account.username, account.password, { port, ...next });
}

async function addTrusted() {
  const { key: trustedKey } = shownIn(await proxy.probe({ address: address() }));
  const events = await proxy.probe({ address: address(), ...account, trustedKey });
  const last = events.at(-1);
  if (last?.type !== 'found') throw new TypeError(JSON.stringify(events));
  const { draftId, cameras } = last.findings;
  const saved = await proxy.ask('POST', '/api/devices', {
    draftId,
    name: 'Gate',
    cameras: cameras.map(({ id }) => ({ id, name: 'Gate', enabled: true })),
  });
  return { device: deviceSchema.parse(saved.json()), cameraId: cameras[0]?.id ?? '' };
}

describe('trust: a device whose certificate nobody vouches for', () => {
  it('is shown with its certificate and is sent nothing', async () => {
    const events = await proxy.probe({ address: address(), ...account });
    expect(events.at(-1)).toMatchObject({
      type: 'stopped',
      rung: 'tls',
      problem: { reason: 'certificate-untrusted', detail: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
    });
    const shown = shownIn(events);
    expect(shown.subject).toBe('CN=cam gnp.exe');
    expect(shown.fingerprint).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
    expect(shown.validUntilMs).toBeGreaterThan(shown.validFromMs);
    expect(camera.requests).toEqual([]);
  });

  it('plays once it is trusted, over a restart, under another name and past its dates', async () => {
    await changeCertificate(await makeCertificate('somebody else', -1));
    const { device, cameraId } = await addTrusted();
    expect(device.certificate?.validUntilMs).toBeLessThan(Date.now());
    await proxy.stop();
    await proxy.start();
    const picture = await proxy.ask('GET', `/api/cameras/${cameraId}/snapshot`);
    expect(picture.status).toBe(200);
    const tested = await proxy.probe({ address: device.address, deviceId: device.id });
    expect(tested.at(-1)?.type).toBe('found');
  });

  it('is sent nothing once it shows another certificate, until that one is trusted', async () => {
    const { device, cameraId } = await addTrusted();
    await changeCertificate(await makeCertificate('somebody else'));
    const picture = await proxy.ask('GET', `/api/cameras/${cameraId}/snapshot`);
    expect(picture.json()).toMatchObject({ reason: 'certificate-changed' });
    const tested = await proxy.probe({ address: device.address, deviceId: device.id });
    expect(tested.at(-1)).toMatchObject({
      type: 'stopped',
      problem: { reason: 'certificate-changed' },
    });
    expect(camera.requests).toEqual([]);
    const certificate = shownIn(tested);
    expect(certificate.key).not.toBe(device.certificate?.key);
    const change = await proxy.ask('PATCH', `/api/devices/${device.id}`, { certificate });
    expect(deviceSchema.parse(change.json())).toMatchObject({
      state: 'online',
      hasPassword: true,
      certificate: { subject: 'CN=somebody else' },
    });
    expect((await proxy.ask('GET', `/api/cameras/${cameraId}/snapshot`)).status).toBe(200);
  });

  it('is not trusted by a key that it does not hold', async () => {
    const events = await proxy.probe({
      address: address(),
      ...account,
      trustedKey: 'a'.repeat(64),
    });
    expect(events.at(-1)).toMatchObject({ problem: { reason: 'certificate-changed' } });
    expect(camera.requests).toEqual([]);
  });

  it('loses trust and password when it moves to another port', async () => {
    const { device } = await addTrusted();
    const other = await startStillCamera(account.username, account.password, own);
    const moved = { address: `https://127.0.0.1:${other.port}/still.jpg` };
    try {
      const refused = await proxy.ask('PATCH', `/api/devices/${device.id}`, moved);
      expect(refused.json()).toMatchObject({ reason: 'password-needed-again' });
      const retyped = await proxy.ask('PATCH', `/api/devices/${device.id}`, {
        ...moved,
        password: account.password,
      });
      expect(retyped.json()).toMatchObject({ problem: { reason: 'certificate-untrusted' } });
      expect(deviceSchema.parse(retyped.json()).certificate).toBeUndefined();
      expect(other.requests).toEqual([]);
    } finally {
      await other.stop();
    }
  });

  it.each([
    ['without encryption', () => `http://127.0.0.1:${camera.port}/still.jpg`],
    ['on the usual port', () => 'https://127.0.0.1/still.jpg'],
    ['over another protocol', () => `rtsps://127.0.0.1:${camera.port}/still.jpg`],
  ])('does not give its password to the same host %s', async (_, next) => {
    const { device } = await addTrusted();
    const moved = await proxy.ask('PATCH', `/api/devices/${device.id}`, { address: next() });
    expect(moved.json()).toMatchObject({ reason: 'password-needed-again' });
    const tested = await proxy.probe({ address: next(), deviceId: device.id });
    expect(tested.at(-1)).toMatchObject({ problem: { reason: 'password-needed-again' } });
    // Nothing was looked up, let alone dialled.
    expect(tested.flatMap((event) => ('rung' in event ? [event.rung] : []))).toEqual([
      'address',
      'address',
      'address',
    ]);
  });
});
