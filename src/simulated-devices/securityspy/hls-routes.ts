import { answeredByFault } from '../live/picture-faults.ts';
import { wholeNumber } from '../video-server/camera-number.ts';
import { sendBody, sendNotFound } from '../video-server/replies.ts';
import { type HlsQuality, type HlsVariant, hlsQualities } from './coded-video.ts';
import { right } from './rights.ts';
import type { Exchange, Routes } from './route.ts';
import type { ServerState } from './server-state.ts';
import type { SpyCamera } from './spy-camera.ts';

const playlistType = 'application/x-mpegURL';
const bitsPerSecond: Readonly<Record<HlsQuality, number>> = { 0: 80_000, 1: 120_000, 2: 200_000 };
const profileBytes = [6, 7, 8];

function codecName({ clip }: HlsVariant): string {
  const hex = profileBytes.map((at) => (clip.configuration[at] ?? 0).toString(16).padStart(2, '0'));
  return `avc1.${hex.join('')}`;
}

/** Three qualities of one camera, each at its own address ("hls"). */
function masterPlaylist(camera: SpyCamera): string {
  const variants = hlsQualities.flatMap((quality) => {
    const variant = camera.video.variant(quality);
    if (variant === null) return [];
    return [
      `#EXT-X-STREAM-INF:BANDWIDTH=${bitsPerSecond[quality]},RESOLUTION=${variant.size.join('x')},CODECS="${codecName(variant)}"`,
      `++hls_mediaplaylist?cameraNum=${camera.number}&quality=${quality}`,
    ];
  });
  return ['#EXTM3U', '#EXT-X-VERSION:3', ...variants, ''].join('\n');
}

interface Played {
  readonly camera: SpyCamera;
  readonly quality: HlsQuality;
  readonly variant: HlsVariant;
}

/** The camera and quality that a request names; high where it names no quality. */
function playedBy(state: ServerState, cameraNum: string, quality: string | null): Played | null {
  const camera = state.camera(new URLSearchParams({ cameraNum }));
  const known = hlsQualities.find((one) => one === wholeNumber(quality, 0, 2, 2));
  const variant = known === undefined ? null : (camera?.video.variant(known) ?? null);
  if (camera === null || known === undefined || variant === null) return null;
  return camera.online ? { camera, quality: known, variant } : null;
}

/** Sends what is played unless a fault does something else. */
function play(
  played: Played | null,
  { response }: Exchange,
  type: string,
  content: (played: Played) => string | Uint8Array | null,
): void {
  if (played === null) return void sendNotFound(response);
  const { fault } = played.camera;
  if (fault === 'stalled' || answeredByFault(response, fault, type)) return;
  const body = content(played);
  if (body === null) return void sendNotFound(response);
  sendBody(response, type, body);
}

export function hlsRoutes(state: ServerState): Routes {
  const playlist =
    (content: (played: Played) => string) =>
    (exchange: Exchange): void => {
      const { query } = exchange;
      const played = playedBy(state, query.get('cameraNum') ?? '', query.get('quality'));
      play(played, exchange, playlistType, content);
    };
  return {
    'GET hls': { needs: right.live, run: playlist(({ camera }) => masterPlaylist(camera)) },
    'GET hls_mediaplaylist': {
      needs: right.live,
      run: playlist(({ camera, quality, variant }) =>
        variant.window.playlist(
          camera.video.pictureMs,
          (number) => `++hls_segment/${camera.number}/${quality}/${number}.ts`,
        ),
      ),
    },
    // No document names the addresses of segments; players read them out of the playlist.
    'GET hls_segment/': {
      needs: right.live,
      run: (exchange) => {
        const [camera = '', quality = '', file = ''] = exchange.rest.split('/');
        const played = playedBy(state, camera, quality);
        play(played, exchange, 'video/mp2t', ({ camera: { video }, variant }) =>
          variant.window.segment(Number.parseInt(file, 10), video.pictureMs),
        );
      },
    },
  };
}
