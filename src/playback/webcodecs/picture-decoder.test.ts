import { beforeEach, describe, expect, it } from 'vitest';
import type { EncodedPicture, VideoSetup } from './flv-demuxer.ts';
import { PictureDecoder } from './picture-decoder.ts';
import type { DecodedFrame, Decoding, EngineEvents, VideoEngine } from './video-engine.ts';

class FakeFrame implements DecodedFrame {
  static open = 0;
  readonly displayWidth = 640;
  readonly displayHeight = 360;
  readonly timestamp: number;

  constructor(timestamp: number) {
    this.timestamp = timestamp;
    FakeFrame.open += 1;
  }

  clone(): FakeFrame {
    return new FakeFrame(this.timestamp);
  }

  close(): void {
    FakeFrame.open -= 1;
  }
}

/** Decodes when told to, and keeps what it was given. */
class FakeEngine implements VideoEngine {
  readonly given: EncodedPicture[] = [];
  readonly config: VideoDecoderConfig;
  private readonly events: EngineEvents<FakeFrame>;
  queued = 0;
  closed = false;
  refuses = false;

  constructor(config: VideoDecoderConfig, events: EngineEvents<FakeFrame>) {
    this.config = config;
    this.events = events;
  }

  decode(picture: EncodedPicture): void {
    if (this.refuses) throw new DOMException('no', 'DataError');
    this.given.push(picture);
    this.queued += 1;
  }

  close(): void {
    this.closed = true;
  }

  finish(): void {
    this.queued -= 1;
    this.events.frame(new FakeFrame(this.given.at(-1 - this.queued)?.timestampUs ?? 0));
    this.events.ready();
  }

  break(name = 'EncodingError'): void {
    this.events.failed({ name });
  }
}

const setup: VideoSetup = { codec: 'avc1.4D401F', description: Uint8Array.from([1, 2, 3]) };
let engines: FakeEngine[];
let supported: boolean;
let shown: number[];
let unplayable: number;
let decoder: PictureDecoder<FakeFrame>;
let nowMs: number;
let count: number;

const decoding: Decoding<FakeFrame> = {
  supports: async () => supported,
  open: (config, events) => {
    const engine = new FakeEngine(config, events);
    engines.push(engine);
    return engine;
  },
};

beforeEach(() => {
  FakeFrame.open = 0;
  engines = [];
  supported = true;
  shown = [];
  unplayable = 0;
  nowMs = 0;
  count = 0;
  decoder = new PictureDecoder(decoding, {
    frame: (frame) => {
      shown.push(frame.timestamp);
      frame.close();
    },
    unplayable: () => {
      unplayable += 1;
    },
  });
});

/** A picture 40 ms after the one before; its number stands where the time does. */
function send(...kinds: readonly ('key' | 'delta')[]): void {
  for (const kind of kinds) {
    const data = new Uint8Array(10);
    decoder.picture({ isKey: kind === 'key', timestampUs: count, data }, nowMs);
    count += 1;
    nowMs += 40;
  }
}

const deltas = (many: number) => Array<'delta'>(many).fill('delta');

function engine(): FakeEngine {
  const newest = engines.at(-1);
  if (newest === undefined) throw new TypeError('no decoder was opened');
  return newest;
}

function finishAll(): void {
  while (engine().queued > 0) engine().finish();
}

async function ready(): Promise<void> {
  decoder.setup(setup);
  await Promise.resolve();
  await Promise.resolve();
}

describe('PictureDecoder', () => {
  it('asks for little delay, and begins at a key frame', async () => {
    await ready();
    send('delta', 'delta');
    expect(engines).toHaveLength(0);
    send('key', 'delta');
    finishAll();
    expect(engine().config).toMatchObject({
      codec: 'avc1.4D401F',
      optimizeForLatency: true,
      hardwareAcceleration: 'no-preference',
    });
    expect(shown).toEqual([2, 3]);
  });

  it('keeps what comes while the browser is still thinking', async () => {
    decoder.setup(setup);
    send('key', 'delta');
    await ready();
    finishAll();
    expect(shown).toEqual([0, 1]);
  });

  it('decodes a whole group that comes at once, a few pictures at a time', async () => {
    await ready();
    send('key', ...deltas(30));
    expect(engine().queued).toBe(3);
    finishAll();
    expect(shown).toHaveLength(31);
    expect(decoder.dropped).toBe(0);
  });

  it('goes on at the next key frame when it falls behind, with a bounded queue', async () => {
    await ready();
    send('key');
    finishAll();
    send(...deltas(40), 'key', 'delta');
    expect(engine().queued).toBe(3);
    finishAll();
    // What the decoder had taken comes out; what waited is given up, up to the key frame.
    expect(shown).toEqual([0, 1, 2, 3, 41, 42]);
    expect(decoder.dropped).toBe(37);
  });

  it('never keeps more than a bounded number of pictures', async () => {
    decoder.setup(setup);
    for (let n = 0; n < 5000; n += 1) send(n === 0 ? 'key' : 'delta');
    expect(decoder.dropped).toBeGreaterThan(4000);
  });

  it('opens another decoder at the next key frame after an error', async () => {
    await ready();
    send('key', 'delta');
    finishAll();
    engine().break();
    expect(engine().closed).toBe(true);
    send('delta', 'delta', 'key', 'delta');
    finishAll();
    expect(engines).toHaveLength(2);
    expect(shown).toEqual([0, 1, 4, 5]);
    expect(unplayable).toBe(0);
  });

  it('closes what an old decoder still brings', async () => {
    await ready();
    send('key', 'delta');
    const old = engine();
    old.break();
    old.finish();
    expect(shown).toEqual([]);
    expect(FakeFrame.open).toBe(0);
  });

  it('gives up after three errors without a picture', async () => {
    await ready();
    for (let n = 0; n < 3; n += 1) {
      send('key');
      engine().break();
    }
    expect(unplayable).toBe(1);
    send('key');
    expect(engines).toHaveLength(3);
  });

  it.each([
    ['the browser says so', false, 'EncodingError'],
    ['the decoder says so', true, 'NotSupportedError'],
  ])('gives up at once where %s', async (_name, browserCan, error) => {
    supported = browserCan;
    await ready();
    send('key');
    engines.at(0)?.break(error);
    expect(unplayable).toBe(1);
  });

  it('takes a decoder that throws for one that failed', async () => {
    await ready();
    send('key');
    finishAll();
    engine().refuses = true;
    send('delta', 'key');
    finishAll();
    expect(engines).toHaveLength(2);
    expect(shown).toEqual([0, 2]);
  });

  it('replaces a decoder that swallows pictures and shows none', async () => {
    await ready();
    send('key');
    finishAll();
    for (let n = 0; n < 10; n += 1) {
      send('delta');
      engine().queued = 0;
    }
    decoder.beat(nowMs);
    expect(engine().closed).toBe(false);
    nowMs += 4000;
    decoder.beat(nowMs);
    expect(engine().closed).toBe(true);
    send('key');
    expect(engines).toHaveLength(2);
  });

  it('is configured anew only by another configuration', async () => {
    await ready();
    send('key');
    await ready();
    send('delta');
    expect(engines).toHaveLength(1);
    decoder.setup({ ...setup, codec: 'avc1.640028' });
    await Promise.resolve();
    send('delta', 'key');
    expect(engines.map(({ closed }) => closed)).toEqual([true, false]);
    expect(engine().config.codec).toBe('avc1.640028');
  });

  it('leaves no frame open', async () => {
    await ready();
    send('key', ...deltas(20));
    finishAll();
    decoder.close();
    expect([shown.length, FakeFrame.open, engine().closed]).toEqual([21, 0, true]);
  });
});
