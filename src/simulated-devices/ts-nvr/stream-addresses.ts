import { type Channel, type Quality, qualities } from './channel.ts';

export interface StreamSource {
  readonly protocol: string;
  readonly profile: string;
  readonly src: string;
  readonly type: string;
  readonly label: string;
  readonly size: readonly [number, number];
}

interface Address {
  readonly protocol: 'rtmp' | 'flv' | 'hls';
  readonly quality: Quality;
  readonly src: string;
}

function addresses(channel: Channel, host: string, hlsFolder: string): Address[] {
  return qualities.flatMap((quality): Address[] => {
    const stream = `ch${channel.id}${quality}`;
    return [
      { protocol: 'rtmp', quality, src: `rtmp://${host.replace(/:\d+$/, '')}/live/${stream}` },
      { protocol: 'flv', quality, src: `http://${host}/live?port=1935&app=live&stream=${stream}` },
      { protocol: 'hls', quality, src: `http://${host}/${hlsFolder}/${stream}/index.m3u8` },
    ];
  });
}

function shape(channel: Channel, quality: Quality): Pick<StreamSource, 'label' | 'size'> {
  const stream = channel.stream(quality);
  return {
    label: quality === 'main' ? '720p' : '360p',
    size: [stream?.width ?? 0, stream?.height ?? 0],
  };
}

const mpegUrl = 'application/x-mpegurl';

/**
 * The streams as `enum?what=channel&staticSrc` lists them. Its sample calls FLV an
 * "application/x-mpegurl" and the FLV of the sub stream a "main" profile, and so does this recorder.
 */
export function staticSources(channel: Channel, host: string): StreamSource[] {
  return addresses(channel, host, 'hls').map(({ protocol, quality, src }) => ({
    protocol,
    profile: protocol === 'flv' ? 'main' : quality,
    src,
    type: protocol === 'rtmp' ? 'rtmp/mp4' : mpegUrl,
    ...shape(channel, quality),
  }));
}

/**
 * The streams as `vod` lists them; its sample names the HLS of the sub stream "hlv".
 * The document writes `stream=sbu` once for `sub`, so both are taken.
 */
export function liveSources(
  channel: Channel,
  host: string,
  query: URLSearchParams,
): StreamSource[] {
  const wanted = query.get('stream');
  const quality = wanted === 'sbu' ? 'sub' : wanted;
  return addresses(channel, host, 'live')
    .filter((address) => quality === null || address.quality === quality)
    .filter((address) => (query.get('protocol') ?? address.protocol) === address.protocol)
    .map((address) => ({
      protocol: address.protocol === 'hls' && address.quality === 'sub' ? 'hlv' : address.protocol,
      profile: address.quality,
      src: address.src,
      type: { rtmp: 'rtmp/mp4', flv: 'video/x-flv', hls: mpegUrl }[address.protocol],
      ...shape(channel, address.quality),
    }));
}
