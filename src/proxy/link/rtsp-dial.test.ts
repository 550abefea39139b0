import type { LookupFunction } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AddressPolicy } from './address-policy.ts';
import type { DeviceConnection } from './device-connection.ts';
import { DeviceDialer } from './device-dialer.ts';
import { rtspDial } from './rtsp-dial.ts';
import { connect } from './test-server.ts';

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((item) => item.close()));
});

const never = new AbortController().signal;
const account = { username: 'guard', password: 'on-duty' };

function link(origin: string, allowLoopback = true) {
  const made = connect(origin, { credentials: () => account, allowLoopback });
  opened.push(made);
  return made;
}

/** What was given for a stream, which is let go again at once. */
function dialOf(device: DeviceConnection, place: { target: string; port?: number }) {
  return device.rtspStream(place, never, async (dial) => dial);
}

const reasonOf = (run: Promise<unknown>) =>
  run.then(
    () => 'fine',
    (failure: { reason?: string }) => failure.reason,
  );

describe('what RTSP is dialled with', () => {
  it('is the port of the stream, else that of the device, and the account', async () => {
    const device = link('http://127.0.0.1:8000');
    const own = await dialOf(device, { target: '/h264', port: 554 });
    expect(own).toMatchObject({ host: '127.0.0.1', port: 554, secure: false });
    expect(own.address).toBe('rtsp://127.0.0.1:554/h264');
    expect(own.credentials).toEqual(account);
    own.settle('accepted');
    const same = await dialOf(device, { target: '/stream?cameraNum=1' });
    expect(same.address).toBe('rtsp://127.0.0.1:8000/stream?cameraNum=1');
  });

  it('is as protected as the device on its own port, and plain on another', async () => {
    const device = link('https://127.0.0.1:8001');
    const same = await dialOf(device, { target: '/stream' });
    expect(same).toMatchObject({ secure: true, address: 'rtsps://127.0.0.1:8001/stream' });
    same.settle('accepted');
    const other = await dialOf(device, { target: '/h264', port: 554 });
    expect(other).toMatchObject({ secure: false, address: 'rtsp://127.0.0.1:554/h264' });
  });

  it('is nothing where everything comes over WebSockets', async () => {
    const device = link('ws://127.0.0.1:8001');
    expect(await reasonOf(dialOf(device, { target: '/stream' }))).toBe('not-supported');
  });

  it('is the address that was checked, not the name, and none that is denied', async () => {
    const origin = new URL('http://camera.example:8000');
    const asker = { admit: async () => ({ credentials: null, settle: () => undefined }) };
    const addresses = new AddressPolicy({ allowLoopback: false });
    const lookup: LookupFunction = (_name, _options, callback) => callback(null, '10.0.2.7', 4);
    vi.spyOn(addresses, 'lookup').mockReturnValue(lookup);
    const dialer = new DeviceDialer(origin, addresses, { dialMs: 1000 });
    const dial = await rtspDial({ origin, dialer, asker }, { target: '/h264' }, never);
    expect(dial).toMatchObject({ host: '10.0.2.7', port: 8000, digestOnly: false });
    const denied = link('http://localhost:8000', false);
    const outcome = await reasonOf(dialOf(denied, { target: '/h264' }));
    expect(outcome).toBe('address-not-allowed');
  });

  it('waits out refusals of the account like every other request', async () => {
    const device = link('http://127.0.0.1:8000');
    for (let refusal = 0; refusal < 2; refusal += 1) {
      (await dialOf(device, { target: '/h264' })).settle('refused');
    }
    expect(await reasonOf(dialOf(device, { target: '/h264' }))).toBe('login-refused');
    device.credentialsChanged();
    expect(await reasonOf(dialOf(device, { target: '/h264' }))).toBe('fine');
  });
});
