import { afterEach, describe, expect, it } from 'vitest';
import { DeviceError } from '../../domain/device-error.ts';
import { type Canary, listenAsCanary } from '../link/canary.ts';
import { reply } from '../link/test-server.ts';
import { type HubBench, hubBench } from './test-hub.ts';

const opened: (HubBench | Canary)[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((item) => item.close()));
});

const media = '#EXTM3U\n#EXT-X-VERSION:9\n#EXT-X-TARGETDURATION:1\n#EXT-X-MEDIA-SEQUENCE:1\n';
const master = '#EXTM3U\n#EXT-X-VERSION:9\n';

/** Every place of a playlist that may name a file (RFC 8216 and its second edition); `NAME` is what it names. */
const places: readonly (readonly [string, string])[] = [
  ['a segment', `${media}#EXTINF:1,\nNAME\n`],
  ['a second segment', `${media}#EXTINF:1,\nown.ts\n#EXTINF:1,\nNAME\n`],
  ['an initialisation', `${media}#EXT-X-MAP:URI="NAME"\n#EXTINF:1,\nown.m4s\n`],
  ['a key', `${media}#EXT-X-KEY:METHOD=AES-128,URI="NAME"\n#EXTINF:1,\nown.ts\n`],
  ['a key that is not used', `${media}#EXT-X-KEY:METHOD=NONE,URI="NAME"\n#EXTINF:1,\nown.ts\n`],
  ['a part', `${media}#EXTINF:1,\nown.ts\n#EXT-X-PART:DURATION=0.3,URI="NAME"\n`],
  ['a hint', `${media}#EXTINF:1,\nown.ts\n#EXT-X-PRELOAD-HINT:TYPE=PART,URI="NAME"\n`],
  ['a report', `${media}#EXTINF:1,\nown.ts\n#EXT-X-RENDITION-REPORT:URI="NAME",LAST-MSN=1\n`],
  ['a variable', `${media}#EXT-X-DEFINE:NAME="u",VALUE="NAME"\n#EXTINF:1,\n{$u}\n`],
  [
    'a date',
    `${media}#EXT-X-DATERANGE:ID="a",START-DATE="2026-01-01T00:00:00Z",X-ASSET-URI="NAME"\n#EXTINF:1,\nown.ts\n`,
  ],
  ['a variant', `${master}#EXT-X-STREAM-INF:BANDWIDTH=1\nNAME\n`],
  [
    'other sound',
    `${master}#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="a",URI="NAME"\n#EXT-X-STREAM-INF:BANDWIDTH=1,AUDIO="a"\nown.m3u8\n`,
  ],
  [
    'pictures alone',
    `${master}#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=1,URI="NAME"\n#EXT-X-STREAM-INF:BANDWIDTH=1\nown.m3u8\n`,
  ],
  [
    'session data',
    `${master}#EXT-X-SESSION-DATA:DATA-ID="a",URI="NAME"\n#EXT-X-STREAM-INF:BANDWIDTH=1\nown.m3u8\n`,
  ],
  [
    'a session key',
    `${master}#EXT-X-SESSION-KEY:METHOD=AES-128,URI="NAME"\n#EXT-X-STREAM-INF:BANDWIDTH=1\nown.m3u8\n`,
  ],
  [
    'a steering server',
    `${master}#EXT-X-CONTENT-STEERING:SERVER-URI="NAME"\n#EXT-X-STREAM-INF:BANDWIDTH=1\nown.m3u8\n`,
  ],
];

/** Names of a stranger; `PORT` is where he listens. */
const names: readonly string[] = [
  'http://localhost:PORT/away',
  'http://127.0.0.1:PORT/away',
  '//localhost:PORT/away',
  'https://[::1]:PORT/away',
  'http://127.0.0.1@localhost:PORT/away',
  'rtsp://localhost:PORT/away',
];

describe('trust: a playlist that names a stranger', () => {
  it('leads nobody to him, in sixty shapes and more', async () => {
    const canary = await listenAsCanary();
    opened.push(canary);
    let shapes = 0;
    for (const [place, text] of places) {
      for (const name of names) {
        const stranger = name.replace('PORT', String(canary.port));
        const hostile = text.replace(/(?<=[\n"])NAME(?=[\n"])/, stranger);
        const honest = `${media}#EXTINF:1,\nown.ts\n`;
        const bench = await hubBench(
          (socket, request) => {
            const isList = request.startsWith('GET /hls/index.m3u8');
            socket.end(reply(isList ? hostile : request.includes('.m3u8') ? honest : 'x'));
          },
          { credentials: () => ({ username: 'guard', password: 'c4nary' }) },
        );
        opened.push(bench);
        const given = await bench.hub.hlsPlaylist('camera', 'hls').catch((error: unknown) => error);
        const shape = `${place}: ${name}`;
        shapes += 1;
        if (typeof given === 'string') {
          expect(given, shape).not.toMatch(/localhost|127\.0\.0\.1|away|:\/\//);
          const files = given
            .split('\n')
            .flatMap((line) => /[\w-]+\.(?:ts|m4s|mp4|aac)/.exec(line) ?? []);
          for (const file of files) {
            await bench.hub.hlsSegment('camera', 'hls', file).catch(() => undefined);
          }
        } else {
          expect(given, shape).toBeInstanceOf(DeviceError);
        }
        await bench.close();
        opened.pop();
      }
    }
    expect(shapes).toBeGreaterThanOrEqual(60);
    expect(canary.connections).toBe(0);
    expect(canary.heard).toBe('');
  }, 60_000);
});
