import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { closeCodes } from '../../api/routes.ts';
import { DeviceError } from '../../domain/device-error.ts';
import { TestSocket, TestSpeaker, TestVisit } from './test-voice.ts';
import { Voice } from './voice.ts';

const twentyMs = Buffer.alloc(160, 0xff);
let speaker: TestSpeaker;
let voice: Voice;

beforeEach(() => {
  vi.useFakeTimers();
  speaker = new TestSpeaker();
  voice = new Voice(speaker.directory, () => Date.now());
});
afterEach(() => {
  voice.stop();
  vi.useRealTimers();
});

function press(who = new TestVisit()) {
  const socket = new TestSocket();
  voice.acceptTalkSocket(socket.asSocket, who.visit);
  return { socket, who };
}

async function talk(socket: TestSocket, ms: number): Promise<void> {
  for (let spokenMs = 0; spokenMs < ms; spokenMs += 20) {
    socket.say(twentyMs);
    await vi.advanceTimersByTimeAsync(20);
  }
}

const problemOf = ({ closed }: TestSocket) => closed?.reason;

describe('a press of the talk button', () => {
  it('sends what is said, until it is let go, and is recorded with its seconds', async () => {
    const { socket, who } = press();
    await vi.advanceTimersByTimeAsync(0);
    expect(socket.notices).toEqual([{ type: 'ready' }]);
    await talk(socket, 1000);
    socket.close();
    await vi.advanceTimersByTimeAsync(0);
    expect(speaker.heardBytes).toBe(8000);
    expect(who.outcomes).toEqual([['voice.talk', 'done', '1.0']]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends after a second without sound', async () => {
    const { socket, who } = press();
    await talk(socket, 100);
    await vi.advanceTimersByTimeAsync(950);
    expect(socket.closed).toBeNull();
    await vi.advanceTimersByTimeAsync(100);
    expect(problemOf(socket)).toMatchObject({ reason: 'talk-silent' });
    expect(socket.closed?.code).toBe(closeCodes.problem);
    expect(who.outcomes).toEqual([['voice.talk', 'done', '0.1']]);
  });

  it('ends after a minute', async () => {
    const { socket } = press();
    await talk(socket, 59_900);
    expect(socket.closed).toBeNull();
    await talk(socket, 200);
    expect(problemOf(socket)).toMatchObject({ reason: 'talk-too-long' });
  });

  it.each([
    ['the session ends', (who: TestVisit) => Object.assign(who, { isSignedIn: false })],
    ['the camera is taken away', (who: TestVisit) => Object.assign(who, { mayView: false })],
    [
      'nobody was at the keyboard for long',
      (who: TestVisit) => Object.assign(who, { isLocked: true }),
    ],
  ])('ends with the next sound when %s', async (_, change) => {
    const { socket, who } = press();
    await talk(socket, 100);
    change(who);
    socket.say(twentyMs);
    await vi.advanceTimersByTimeAsync(0);
    expect(problemOf(socket)).toMatchObject({ reason: 'not-allowed' });
    expect(speaker.heardBytes).toBe(800);
    expect(who.outcomes).toHaveLength(1);
  });

  it('is refused while somebody else talks, who is named; afterwards it is not', async () => {
    const first = press(new TestVisit('Kim'));
    const second = press(new TestVisit('Mira'));
    expect(problemOf(second.socket)).toEqual({
      kind: 'spoken-by-other',
      reason: 'spoken-by-other',
      detail: 'Kim',
    });
    expect(second.who.outcomes).toEqual([['voice.talk', 'refused', 'Kim']]);
    first.socket.close();
    const third = press(new TestVisit('Mira'));
    await talk(third.socket, 100);
    expect(third.socket.closed).toBeNull();
  });

  it.each([
    ['a viewer', new TestVisit('Lee', 'viewer')],
    ['a locked session', Object.assign(new TestVisit(), { isLocked: true })],
    ['somebody who may not see the camera', Object.assign(new TestVisit(), { mayView: false })],
  ])('is refused to %s', (_, who) => {
    const { socket } = press(who);
    expect(problemOf(socket)).toMatchObject({ reason: 'not-found' });
    expect(who.outcomes).toEqual([['voice.talk', 'refused']]);
  });

  it('says so where the camera has no loudspeaker', () => {
    const { socket } = press(new TestVisit('Kim', 'operator', 'other'));
    expect(problemOf(socket)).toMatchObject({ reason: 'not-supported' });
  });

  it.each([
    ['text', () => 'hello'],
    ['more than anybody says', () => Buffer.alloc(16_385)],
  ])('ends with %s', (_, garbage) => {
    const { socket } = press();
    socket.say(garbage());
    expect(problemOf(socket)).toMatchObject({ reason: 'invalid-input' });
  });

  it('tells at once that the device refuses it, and records the reason', async () => {
    const refusal = Promise.reject(new DeviceError('forbidden', 'no-permission'));
    refusal.catch(() => undefined);
    speaker.answer = refusal;
    const { socket, who } = press();
    await vi.advanceTimersByTimeAsync(0);
    expect(problemOf(socket)).toMatchObject({ reason: 'no-permission' });
    expect(who.outcomes).toEqual([['voice.talk', 'failed', '0.0', 'no-permission']]);
  });

  it('gives up a device that never answers, and counts what it took', async () => {
    speaker.answer = undefined;
    speaker.place.connection.sendStream = async ({ body }, signal) => {
      body.resume();
      return {
        answered: new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason), { once: true });
        }),
      };
    };
    const { socket, who } = press();
    await talk(socket, 200);
    socket.close();
    await vi.advanceTimersByTimeAsync(4000);
    expect(who.outcomes).toEqual([['voice.talk', 'done', '0.2', 'no answer']]);
  });

  it('keeps no more than half a second for a device that takes nothing', async () => {
    speaker.reads = false;
    let waitingBytes = () => 0;
    const { connection } = speaker.place;
    const send = connection.sendStream;
    connection.sendStream = async (flow, signal) => {
      waitingBytes = () => flow.body.readableLength;
      return send(flow, signal);
    };
    const { socket } = press();
    await talk(socket, 5000);
    expect(waitingBytes()).toBe(4000);
    expect(socket.notices).toEqual([]);
  });

  it('ends when the device is changed, and when the proxy stops', async () => {
    const first = press();
    voice.deviceChanged('device');
    expect(problemOf(first.socket)).toMatchObject({ reason: 'stopped' });
    const second = press();
    voice.stop();
    expect(problemOf(second.socket)).toMatchObject({ reason: 'stopped' });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(vi.getTimerCount()).toBe(0);
  });
});
