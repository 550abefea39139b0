import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { largestSoundBytes } from '../../api/voice.ts';
import { TestSocket, TestSpeaker, TestVisit } from './test-voice.ts';
import { Voice } from './voice.ts';

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
