import { describe, expect, it } from 'vitest';
import type { Stream } from '../domain/stream.ts';
import { deriveTruth, type TileFacts } from './derive-truth.ts';

const nowMs = 1_000_000;
const mjpeg: Stream = { id: 'm', kind: 'mjpeg', quality: 'main', framesPerSecond: 10 };
const fresh = { lastPictureAtMs: nowMs - 100, width: 640, height: 360, framesPerSecond: 10 };
const none = { width: 0, height: 0 };
const refused = { kind: 'unreachable', reason: 'connection-refused' } as const;
const login = { kind: 'unauthorized', reason: 'login-refused' } as const;

function facts(over: Partial<TileFacts> = {}): TileFacts {
  return {
    camera: { state: 'connected', stateSinceMs: 0 },
    seen: true,
    playable: true,
    wantedQuality: 'main',
    stream: mjpeg,
    player: 'frames',
    why: 'preferred',
    progress: fresh,
    attempt: 0,
    ...over,
  };
}

function stateOf(over: Partial<TileFacts>): string {
  return deriveTruth(facts(over), nowMs).state;
}

describe('deriveTruth', () => {
  it.each<[string, string, Partial<TileFacts>]>([
    ['a moving picture', 'live', {}],
    ['a tile that nobody sees', 'paused', { seen: false }],
    ['nothing yet', 'connecting', { progress: none }],
    ['a fallback', 'degraded', { why: 'fallback' }],
    ['a small picture in a large tile', 'degraded', { stream: { ...mjpeg, quality: 'sub' } }],
    ['a tenth of the promised rate', 'degraded', { progress: { ...fresh, framesPerSecond: 3 } }],
    [
      'slow stills',
      'still',
      {
        stream: { id: 'j', kind: 'jpeg', quality: 'main' },
        progress: { ...fresh, framesPerSecond: 0.1 },
      },
    ],
    ['a loaded page', 'degraded', { player: 'page', progress: { ...none, lastPictureAtMs: 1 } }],
    [
      'a page of a camera that has gone',
      'stale',
      {
        player: 'page',
        progress: { ...none, lastPictureAtMs: 1 },
        camera: { state: 'no-response', stateSinceMs: 0 },
      },
    ],
    ['3 s of silence', 'stale', { progress: { ...fresh, lastPictureAtMs: nowMs - 3001 } }],
    [
      'silence with a reason',
      'stale',
      { progress: { ...fresh, lastPictureAtMs: nowMs - 9000 }, problem: refused },
    ],
    ['no picture ever, unreachable', 'offline', { progress: none, problem: refused }],
    ['refused credentials', 'login', { problem: login }],
    ['nothing playable', 'unsupported', { playable: false, progress: none }],
    [
      'an unknown codec',
      'unsupported',
      { progress: none, problem: { kind: 'unsupported', reason: 'not-supported' } },
    ],
    [
      'a camera that may not be viewed',
      'blocked',
      { progress: none, problem: { kind: 'forbidden', reason: 'no-permission' } },
    ],
    [
      'a device in trouble',
      'service',
      { progress: none, problem: { kind: 'rejected', reason: 'server-error' } },
    ],
  ])('%s is %s', (_name, state, over) => {
    expect(stateOf(over)).toBe(state);
  });

  it.each([
    ['camera-login-failed', 'login'],
    ['camera-blocked', 'blocked'],
    ['no-network', 'offline'],
    ['camera-timeout', 'offline'],
    ['no-response', 'offline'],
    ['no-video-input', 'no-signal'],
    ['unused', 'no-signal'],
    ['service-failure', 'service'],
    ['connected', 'offline'],
    ['unknown', 'offline'],
  ] as const)(
    'a channel that is %s makes the tile %s, whatever the stream ran into',
    (state, expected) => {
      const camera = { state, stateSinceMs: 0 };
      expect(stateOf({ camera, progress: none, problem: refused })).toBe(expected);
    },
  );

  it('keeps the last picture of a silent device, and says how it is silent', () => {
    const silent = {
      camera: { state: 'no-response', stateSinceMs: 0 },
      progress: { ...fresh, lastPictureAtMs: nowMs - 9000 },
    } as const;
    const turnedAway = deriveTruth(facts({ ...silent, problem: refused }), nowMs);
    expect(turnedAway).toMatchObject({ state: 'stale', problem: refused });
    const lost = { kind: 'unreachable', reason: 'connection-lost' } as const;
    const unanswered = deriveTruth(facts({ ...silent, problem: lost }), nowMs);
    expect(unanswered).toMatchObject({ state: 'stale', problem: { reason: 'answer-timeout' } });
  });

  it.each(['rebooting', 'connecting'] as const)(
    'waits for a camera that is %s, whatever its stream ran into meanwhile',
    (state) => {
      const camera = { state, stateSinceMs: 0 };
      const over = { camera, progress: none, problem: refused };
      expect(deriveTruth(facts(over), nowMs)).toMatchObject({
        state: 'connecting',
        problem: undefined,
      });
      expect(stateOf({ ...over, problem: login })).toBe('login');
    },
  );

  it('believes a moving picture more than the channel state', () => {
    expect(stateOf({ camera: { state: 'no-response', stateSinceMs: 0 } })).toBe('live');
  });

  it('allows a slow source four of its own intervals', () => {
    const slow = { ...fresh, expectedIntervalMs: 5000, framesPerSecond: 0.2 };
    expect(stateOf({ progress: { ...slow, lastPictureAtMs: nowMs - 19_000 } })).toBe('degraded');
    expect(stateOf({ progress: { ...slow, lastPictureAtMs: nowMs - 20_001 } })).toBe('stale');
  });

  it('keeps the reason and the retries while stale, and drops them when live', () => {
    const stale = { ...fresh, lastPictureAtMs: nowMs - 9000 };
    const over = { problem: refused, attempt: 4, retryInMs: 800 };
    expect(deriveTruth(facts({ ...over, progress: stale }), nowMs)).toMatchObject(over);
    expect(deriveTruth(facts(over), nowMs)).toMatchObject({ problem: undefined, attempt: 0 });
  });

  it('says that nothing is recorded beside whatever it shows', () => {
    const camera = { state: 'connected', stateSinceMs: 0, notRecordingSinceMs: 7 } as const;
    expect(deriveTruth(facts({ camera }), nowMs)).toMatchObject({
      state: 'live',
      notRecordingSinceMs: 7,
    });
  });
});
