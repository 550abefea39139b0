import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DeviceError } from '../../domain/device-error.ts';
import { fakeLink } from '../fake-link.ts';
import { identify, listCameras } from './operations.ts';
import { streamTarget } from './stream-target.ts';

const anything = fc.jsonValue({ maxDepth: 4 });
const address = fc.oneof(
  fc.string(),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom(
    '//evil.invalid/a.m3u8',
    '\\\\evil\\a',
    'rtmp://u:p@h/live/ch1main',
    '/\t/evil',
    'rtmp:a b',
  ),
);
const source = fc.record(
  {
    src: fc.oneof(address, anything),
    protocol: fc.oneof(fc.constantFrom('hls', 'flv', 'rtmp', 'hlv', '__proto__'), anything),
    profile: fc.oneof(fc.constantFrom('main', 'sub'), anything),
    type: anything,
    size: fc.oneof(fc.tuple(fc.integer(), fc.integer()), anything),
  },
  { requiredKeys: [] },
);
const channel = fc.record(
  {
    chid: fc.oneof(fc.integer({ min: -2, max: 40 }), anything),
    title: anything,
    caps: anything,
    src: fc.oneof(fc.array(source), anything),
    status: fc.oneof(fc.record({ code: fc.oneof(fc.integer(), anything) }), anything),
    recordingStatus: anything,
  },
  { requiredKeys: [] },
);
const reply = fc.oneof(
  fc.array(fc.oneof(channel, anything)).map((value) => JSON.stringify(value)),
  anything.map((value) => JSON.stringify(value)),
  fc.string(),
);

async function outcome<Value>(work: Promise<Value>): Promise<Value | DeviceError> {
  try {
    return await work;
  } catch (failure) {
    if (failure instanceof DeviceError) return failure;
    throw failure;
  }
}

describe('replies of a device that means harm', () => {
  it('end in cameras of the registered origin or in a typed failure', async () => {
    let listed = 0;
    await fc.assert(
      fc.asyncProperty(reply, reply, reply, async (list, live, status) => {
        const answers = {
          'enum.channel': { text: list },
          'vod.live': { text: live },
          status: { text: status },
        };
        const cameras = await outcome(listCameras(fakeLink({ answers })));
        if (cameras instanceof DeviceError) return;
        listed += cameras.length;
        expect(new Set(cameras.map((one) => one.channel)).size).toBe(cameras.length);
        for (const camera of cameras) {
          expect(new Set(camera.streams.map((one) => one.id)).size).toBe(camera.streams.length);
          for (const stream of camera.streams) expectAnchored(stream.target);
        }
      }),
      { numRuns: 500, seed: 20_180_201 },
    );
    expect(listed).toBeGreaterThan(100);
  });

  it('never break identify', async () => {
    const info = fc.record(
      {
        apiVersion: anything,
        siteName: fc.oneof(fc.string(), anything),
        timezone: fc.oneof(fc.record({ name: fc.string(), bias: fc.string() }), anything),
        product: anything,
        whoAmI: fc.oneof(fc.record({ uid: fc.string(), accessRights2: anything }), anything),
      },
      { requiredKeys: [] },
    );
    const body = fc.oneof(
      info.map((value) => JSON.stringify(value)),
      fc.string(),
    );
    const status = fc.constantFrom(200, 401, 404, 500);
    await fc.assert(
      fc.asyncProperty(body, status, async (text, code) => {
        await outcome(identify(fakeLink({ everything: { status: code, text } })));
      }),
      { numRuns: 500, seed: 20_180_201 },
    );
  });
});

describe('addresses of a device that means harm', () => {
  it('stay on the registered origin', () => {
    fc.assert(
      fc.property(address, (text) => {
        const at = streamTarget(text);
        if (at !== null) expectAnchored(at.target);
      }),
      { numRuns: 2000, seed: 20_180_201 },
    );
  });
});

function expectAnchored(target: string): void {
  const resolved = new URL(target, 'http://registered.invalid');
  expect(target.startsWith('/')).toBe(true);
  // Nothing that would end or split a request line.
  expect(target).toMatch(/^[\x21-\x7e]+$/);
  expect(resolved.origin).toBe('http://registered.invalid');
  expect(resolved.username).toBe('');
}
