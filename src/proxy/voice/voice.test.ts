import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { closeCodes } from '../../api/routes.ts';
import { largestSoundBytes } from '../../api/voice.ts';
import { DeviceError } from '../../domain/device-error.ts';
import { TestSocket, TestSpeaker, TestVisit } from './test-voice.ts';
import { Voice } from './voice.ts';

const twentyMs = Buffer.alloc(160, 0xff);
let speaker: TestSpeaker;
let voice: Voice;

beforeEach(() => {
  vi.useFakeTimers();
  speaker = new TestSpeaker();
  voice = new Voice(speaker.directory);
});
afterEach(() => {
  voice.stop();
  vi.useRealTimers();
});

function listen(who = new TestVisit()) {
  const socket = new TestSocket();
  voice.acceptAudioSocket(socket.asSocket, who.visit);
  return { socket, who };
}
const settle = () => vi.advanceTimersByTimeAsync(0);
const bytesOf = ({ sent }: TestSocket) => Buffer.concat(sent);
/** Every byte another than its neighbours. */
const counted = (bytes: number) => Buffer.from(Array.from({ length: bytes }, (_, at) => at % 251));

describe('listening', () => {
  it('shares one connection to the camera, which ends with the last listener', async () => {
    const first = listen();
    const second = listen(new TestVisit('Lee', 'viewer'));
    await settle();
    expect([speaker.microphones.length, voice.upstreams]).toEqual([1, 1]);
    speaker.microphones[0]?.write(counted(2400));
    await settle();
    expect(bytesOf(first.socket)).toEqual(counted(2400));
    expect(bytesOf(second.socket)).toEqual(counted(2400));
    first.socket.close();
    expect(voice.upstreams).toBe(1);
    second.socket.close();
    expect([voice.upstreams, speaker.microphones[0]?.destroyed]).toEqual([0, true]);
  });

  it.each([1, 7, 160, 799, 5000])(
    'sends 20 to 60 ms at a time, of chunks of %i bytes',
    async (size) => {
      const { socket } = listen();
      await settle();
      const all = counted(5000);
      for (let at = 0; at < all.length; at += size) {
        speaker.microphones[0]?.write(all.subarray(at, at + size));
        await settle();
      }
      const lengths = socket.sent.map(({ length }) => length);
      expect(Math.min(...lengths)).toBeGreaterThanOrEqual(160);
      expect(Math.max(...lengths)).toBeLessThanOrEqual(largestSoundBytes);
      const heard = bytesOf(socket);
      expect(heard).toEqual(all.subarray(0, heard.length));
      expect(all.length - heard.length).toBeLessThan(160);
    },
  );

  it('costs a slow listener sound and nobody else anything', async () => {
    const slow = listen();
    const quick = listen();
    await settle();
    slow.socket.bufferedAmount = 4001;
    speaker.microphones[0]?.write(counted(1600));
    await settle();
    expect([slow.socket.sent.length, bytesOf(quick.socket).length]).toEqual([0, 1600]);
    slow.socket.bufferedAmount = 0;
    speaker.microphones[0]?.write(counted(480));
    await settle();
    expect(bytesOf(slow.socket)).toEqual(counted(480));
  });

  it('says why it ends: silence, the end of the stream, a page', async () => {
    const silent = listen();
    await settle();
    speaker.microphones[0]?.write(counted(160));
    await vi.advanceTimersByTimeAsync(3100);
    expect(silent.socket.closed?.reason).toMatchObject({ reason: 'stalled' });
    const ended = listen();
    await settle();
    speaker.microphones[1]?.end();
    await settle();
    expect(ended.socket.closed?.reason).toMatchObject({ reason: 'connection-lost' });
    speaker.contentType = 'text/html';
    const page = listen();
    await settle();
    expect(page.socket.closed?.reason).toMatchObject({ reason: 'html-page' });
    expect(voice.upstreams).toBe(0);
  });

  it('is refused to whoever may not see the camera, and says where there is nothing to hear', () => {
    const stranger = Object.assign(new TestVisit(), { mayView: false });
    expect(listen(stranger).socket.closed?.reason).toMatchObject({ reason: 'not-found' });
    expect(stranger.outcomes).toEqual([['voice.listen', 'refused']]);
    const deaf = listen(new TestVisit('Kim', 'operator', 'other'));
    expect(deaf.socket.closed?.reason).toMatchObject({ reason: 'not-supported' });
    expect(speaker.microphones).toHaveLength(0);
  });

  it('goes on while nobody is at the keyboard', async () => {
    const { socket } = listen(Object.assign(new TestVisit(), { isLocked: true }));
    await settle();
    expect(socket.closed).toBeNull();
  });

  it('is recorded with its seconds', async () => {
    const { socket, who } = listen();
    for (let second = 0; second < 12; second += 1) {
      await vi.advanceTimersByTimeAsync(1000);
      speaker.microphones[0]?.write(counted(160));
    }
    socket.close();
    expect(who.outcomes).toEqual([['voice.listen', 'done', '12']]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('tells who talks through the camera', async () => {
    const { socket } = listen();
    const talking = new TestSocket();
    voice.acceptTalkSocket(talking.asSocket, new TestVisit('Mira').visit);
    const late = listen();
    talking.close();
    await settle();
    const said = [null, 'Mira', null].map((name) => ({ type: 'talker', name }));
    expect(socket.notices).toEqual(said);
    expect(late.socket.notices).toEqual(said.slice(1));
  });

  it('ends with what a window must not say, and with its device', async () => {
    const chatty = listen();
    chatty.socket.say('hello');
    expect(chatty.socket.closed?.reason).toMatchObject({ reason: 'invalid-input' });
    const other = listen();
    await settle();
    voice.deviceChanged('device');
    expect(other.socket.closed?.reason).toMatchObject({ reason: 'stopped' });
    expect(voice.upstreams).toBe(0);
  });
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
    ['the session ends', { isSignedIn: false }, 'not-found'],
    ['the camera is taken away', { mayView: false }, 'not-found'],
    ['nobody was at the keyboard for long', { isLocked: true }, 'confirm-needed'],
  ])('ends with the next sound when %s', async (_, change, reason) => {
    const { socket, who } = press();
    await talk(socket, 100);
    Object.assign(who, change);
    socket.say(twentyMs);
    await vi.advanceTimersByTimeAsync(0);
    expect(problemOf(socket)).toMatchObject({ reason });
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
    ['a viewer', new TestVisit('Lee', 'viewer'), 'not-allowed'],
    ['a locked session', Object.assign(new TestVisit(), { isLocked: true }), 'confirm-needed'],
    ['who may not see the camera', Object.assign(new TestVisit(), { mayView: false }), 'not-found'],
  ])('is refused to %s', (_, who, reason) => {
    const { socket } = press(who);
    expect(problemOf(socket)).toMatchObject({ reason });
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
    const { socket, who } = press();
    await talk(socket, 5000);
    expect(waitingBytes()).toBe(4000);
    expect(socket.notices).toEqual([]);
    // It is let go of all the same, and that is recorded.
    socket.close();
    await vi.advanceTimersByTimeAsync(4000);
    expect(who.outcomes).toEqual([['voice.talk', 'failed', '5.0', 'answer-timeout']]);
    expect(vi.getTimerCount()).toBe(0);
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
