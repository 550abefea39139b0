import { describe, expect, it } from 'vitest';
import { DeviceError } from '../../domain/device-error.ts';
import { type FakeAnswer, fakeLink } from '../fake-link.ts';
import type { DeviceLink } from '../protocol.ts';
import { searchCameras } from './camera-search.ts';
import { active, otherNumbers, passive } from './fixtures/camera-status.ts';
import { cameraMode } from './replies.ts';

interface Server {
  readonly link: DeviceLink;
  readonly asked: number[];
}

/** A server with these answers by number; for all other numbers the last argument. */
function server(
  answers: Readonly<Record<number, FakeAnswer>>,
  otherwise: FakeAnswer = { status: 404 },
): Server {
  const asked: number[] = [];
  const link = fakeLink({
    answers: {
      'camera.status': ({ cameraNum }) => {
        asked.push(Number(cameraNum));
        return answers[Number(cameraNum)] ?? otherwise;
      },
    },
  });
  return { link, asked };
}

const camerasAt = (...numbers: readonly number[]) =>
  Object.fromEntries(numbers.map((number) => [number, { text: active }]));

async function found(link: DeviceLink): Promise<number[]> {
  const numbers: number[] = [];
  for await (const number of searchCameras(link)) numbers.push(number);
  return numbers;
}

const upTo = (count: number) => Array.from({ length: count }, (_, number) => number);

describe('the search for cameras', () => {
  it.each<[string, number[], number]>([
    ['counted from 0', [0, 1, 2], 8],
    ['counted from 1', [1, 2, 3], 8],
    ['with gaps', [0, 3, 7], 12],
    ['behind a gap of three', [0, 7, 11], 16],
    ['until four numbers beyond the last are silent', [5], 10],
    ['up to the last number', [0, 4, 8, 12, 16, 20, 24, 28, 31], 32],
    ['and no further', [0, 3, 6, 9, 12, 15, 18, 21, 24, 27, 30], 32],
  ])('finds those %s', async (_, numbers, asked) => {
    const device = server(camerasAt(...numbers, 32, 40));
    await expect(found(device.link)).resolves.toEqual(numbers);
    expect(device.asked).toEqual(upTo(asked));
  });

  it('ends after four silent numbers beyond the last, and misses what lies behind them', async () => {
    const device = server(camerasAt(0, 6, 11));
    await expect(found(device.link)).resolves.toEqual([0, 6]);
    expect(device.asked).toEqual(upTo(11));
  });

  it('says before each number how far it has come', async () => {
    const device = server(camerasAt(1));
    const steps: string[] = [];
    const search = searchCameras(device.link, (done, most) => {
      steps.push(`${done} of ${most}, ${device.asked.length} asked`);
    });
    for await (const number of search) steps.push(`found ${number}`);
    expect(steps.slice(0, 4)).toEqual([
      '0 of 32, 0 asked',
      '1 of 32, 1 asked',
      'found 1',
      '2 of 32, 2 asked',
    ]);
    expect(steps).toHaveLength(9);
  });

  it.each<[string, FakeAnswer]>([
    ['a refusal of the number', { status: 400 }],
    ['no permission', { status: 403 }],
    ['a fault of the server', { status: 500 }],
    ['a page', { text: '<html>No such camera</html>' }],
    ['a sentence', { text: 'No such camera' }],
    ['nothing', { text: '' }],
  ])('takes %s for a number without a camera', async (_, otherwise) => {
    const device = server(camerasAt(2), otherwise);
    await expect(found(device.link)).resolves.toEqual([2]);
    expect(device.asked).toEqual(upTo(8));
  });

  it('ends at once where the account is refused', async () => {
    const device = server(camerasAt(3), { status: 401 });
    await expect(found(device.link)).rejects.toMatchObject({ kind: 'unauthorized' });
    expect(device.asked).toEqual([0]);
  });

  it('passes over cameras that the account may not see once it was let in', async () => {
    const device = server(camerasAt(0, 2), { status: 401 });
    await expect(found(device.link)).resolves.toEqual([0, 2]);
    expect(device.asked).toEqual(upTo(8));
  });

  it('fails with the first reason where no number answers', async () => {
    const device = server({ 0: { text: '' } });
    await expect(found(device.link)).rejects.toMatchObject({
      kind: 'malformed-reply',
      reason: 'empty-reply',
      operation: 'securityspy-legacy.camera.status',
    });
    expect(device.asked).toEqual(upTo(8));
  });

  it.each(['unreachable', 'timeout', 'busy'] as const)(
    'does not lose cameras to a server that is %s',
    async (kind) => {
      const device = server(camerasAt(0, 1));
      const link: DeviceLink = {
        ...device.link,
        call: async (call, options) => {
          if (call.query?.cameraNum === 1) throw new DeviceError(kind, 'connection-lost');
          return device.link.call(call, options);
        },
      };
      await expect(found(link)).rejects.toMatchObject({ kind });
    },
  );
});

describe('the mode of a camera', () => {
  it.each([
    [passive, 'PASSIVE'],
    [active, 'ACTIVE'],
    [otherNumbers[0], 'PASSIVE'],
    [otherNumbers[1], 'ACTIVE'],
    [otherNumbers[2], 'ACTIVE'],
    [otherNumbers[3], 'PASSIVE'],
  ])('of %j is %s', (text, mode) => {
    expect(cameraMode(text)).toBe(mode);
  });

  it.each(['', '2', '3', '2 PASSIV', 'not ACTIVE', 'INACTIVE', '<b>ACTIVE</b>', 'x'.repeat(300)])(
    'is not in %j',
    (text) => {
      expect(cameraMode(text)).toBeUndefined();
    },
  );
});
