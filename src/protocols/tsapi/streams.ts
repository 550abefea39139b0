import type { DeviceStream, StreamKind, StreamQuality } from '../../domain/stream.ts';
import type { Source } from './replies.ts';
import { type StreamTarget, streamTarget } from './stream-target.ts';

/** More addresses of one channel than any server names; the rest are not looked at. */
const mostSources = 32;

const kindBySuffix: readonly (readonly [RegExp, StreamKind | null])[] = [
  [/\.m3u8$/i, 'hls'],
  [/\.flv$/i, 'flv'],
  [/\.jpe?g$/i, 'jpeg'],
  [/\.mjpe?g$/i, 'mjpeg'],
  // A file of a recording is not a live picture.
  [/\.(?:mp4|m4v)$/i, null],
];
const kindByProtocol: Readonly<Record<string, StreamKind>> = {
  flv: 'flv',
  hls: 'hls',
  // Printed for HLS in the sample of "Real-time video source".
  hlv: 'hls',
  rtmp: 'rtmp',
  rtsp: 'rtsp',
  mjpeg: 'mjpeg',
};
const kindByType: Readonly<Record<string, StreamKind>> = {
  'video/x-flv': 'flv',
  'application/x-mpegurl': 'hls',
  'application/vnd.apple.mpegurl': 'hls',
  'rtmp/mp4': 'rtmp',
  'multipart/x-mixed-replace': 'mjpeg',
  'image/jpeg': 'jpeg',
};

/**
 * How a source travels. The address speaks first, because the samples of "Adding stream list"
 * mislabel types and those of "Real-time video source" mislabel a protocol.
 */
function kindOf(source: Source, at: StreamTarget): StreamKind | null {
  if (at.scheme === 'rtmp' || at.scheme === 'rtmps') return 'rtmp';
  if (at.scheme === 'rtsp' || at.scheme === 'rtsps') return 'rtsp';
  if (at.scheme !== 'http' && at.scheme !== 'https') return null;
  const bySuffix = kindBySuffix.find(([suffix]) => suffix.test(at.path));
  if (bySuffix !== undefined) return bySuffix[1];
  if (at.path === '/live' && at.parameters.has('stream')) return 'flv';
  return (
    lookUp(kindByProtocol, source.protocol) ??
    lookUp(kindByType, source.type?.split(';')[0]) ??
    null
  );
}

function lookUp(table: Readonly<Record<string, StreamKind>>, word: string | undefined) {
  const key = word?.trim().toLowerCase() ?? '';
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** `ch1sub` in the address outweighs `profile`, which one sample gets wrong. */
function qualityOf(source: Source, at: StreamTarget): StreamQuality {
  const named = /(?:^|[/=])ch\d+(main|sub)(?=$|[/&.])/i.exec(at.target)?.[1]?.toLowerCase();
  return (named ?? source.profile?.toLowerCase()) === 'sub' ? 'sub' : 'main';
}

type Found = Omit<DeviceStream, 'id'>;

function read(sources: readonly Source[]): Found[] {
  const byTarget = new Map<string, Found>();
  for (const source of sources.slice(0, mostSources)) {
    const at = streamTarget(source.src);
    const kind = at && kindOf(source, at);
    if (!at || !kind) continue;
    const { size } = source;
    const key = `${kind} ${at.target}`;
    if (byTarget.has(key)) continue;
    byTarget.set(key, {
      kind,
      quality: qualityOf(source, at),
      target: at.target,
      width: size?.[0],
      height: size?.[1],
    });
  }
  return [...byTarget.values()];
}

/**
 * The streams of a channel. Where both lists name one of the same kind and quality, the address
 * that the server says it is streaming now wins, so that ids stay the same while it does not.
 * @param listed sources of `enum`, which are named even while the camera is away
 * @param live sources of `vod`
 */
export function channelStreams(
  chid: number,
  listed: readonly Source[],
  live: readonly Source[],
): DeviceStream[] {
  const current = read(live);
  const standing = read(listed).filter(
    (one) => !current.some((other) => baseId(other) === baseId(one)),
  );
  const taken = new Map<string, number>();
  const streams = [...current, ...standing].map((found) => {
    const id = baseId(found);
    const count = (taken.get(id) ?? 0) + 1;
    taken.set(id, count);
    return { id: count === 1 ? id : `${id}-${count}`, ...found };
  });
  return [...streams, playerPage(chid)];
}

function baseId(stream: Found): string {
  return `${stream.quality}-${stream.kind}`;
}

/** The vendor's player; the name is ours to show, the running time is evidence. */
function playerPage(chid: number): DeviceStream {
  const target = `/watch?ch=${chid}&showTitle=false&showPlayTime=true`;
  return { id: 'page', kind: 'page', quality: 'main', target };
}
