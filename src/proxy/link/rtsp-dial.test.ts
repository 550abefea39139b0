import type { LookupFunction } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
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

const reasonOf = (run: Promise<unknown>) =>
  run.then(
    () => 'fine',
    (failure: { reason?: string }) => failure.reason,
  );

describe('what RTSP is dialled with', () => {
  it('is the port of the stream, else that of the device, and the account', async () => {
    const device = link('http://127.0.0.1:8000');
    const own = await device.rtspDial({ target: '/h264', port: 554 }, never);
    expect(own).toMatchObject({ host: '127.0.0.1', port: 554, secure: false });
    expect(own.address).toBe('rtsp://127.0.0.1:554/h264');
    expect(own.credentials).toEqual(account);
    own.settle('accepted');
    const same = await device.rtspDial({ target: '/stream?cameraNum=1' }, never);
    expect(same.address).toBe('rtsp://127.0.0.1:8000/stream?cameraNum=1');
  });

  it('is as protected as the device on its own port, and plain on another', async () => {
    const device = link('https://127.0.0.1:8001');
    const same = await device.rtspDial({ target: '/stream' }, never);
    expect(same).toMatchObject({ secure: true, address: 'rtsps://127.0.0.1:8001/stream' });
    same.settle('accepted');
    const other = await device.rtspDial({ target: '/h264', port: 554 }, never);
    expect(other).toMatchObject({ secure: false, address: 'rtsp://127.0.0.1:554/h264' });
  });

  it('is nothing where everything comes over WebSockets', async () => {
    const device = link('ws://127.0.0.1:8001');
    expect(await reasonOf(device.rtspDial({ target: '/stream' }, never))).toBe('not-supported');
  });

  it('is the address that was checked, not the name, and none that is denied', async () => {
    const origin = new URL('http://camera.example:8000');
    const asker = { admit: async () => ({ credentials: null, settle: () => undefined }) };
    const lookup: LookupFunction = (_name, _options, callback) => callback(null, '192.0.2.7', 4);
    const dial = await rtspDial({ origin, lookup, asker }, { target: '/h264' }, never);
    expect(dial).toMatchObject({ host: '192.0.2.7', port: 8000, name: 'camera.example' });
    const denied = link('http://localhost:8000', false);
    const outcome = await reasonOf(denied.rtspDial({ target: '/h264' }, never));
    expect(outcome).toBe('address-not-allowed');
  });

  it('waits out refusals of the account like every other request', async () => {
    const device = link('http://127.0.0.1:8000');
    for (let refusal = 0; refusal < 2; refusal += 1) {
      (await device.rtspDial({ target: '/h264' }, never)).settle('refused');
    }
    expect(await reasonOf(device.rtspDial({ target: '/h264' }, never))).toBe('login-refused');
    device.credentialsChanged();
    expect(await reasonOf(device.rtspDial({ target: '/h264' }, never))).toBe('fine');
  });
});
