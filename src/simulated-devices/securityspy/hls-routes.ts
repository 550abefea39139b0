import { answeredByFault } from '../live/picture-faults.ts';
import { cameraNumber, wholeNumber } from '../video-server/camera-number.ts';
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

export function hlsRoutes(state: ServerState): Routes {
  const playing =
    (send: (camera: SpyCamera, variant: HlsVariant, exchange: Exchange) => void) =>
    (exchange: Exchange): void => {
      const { query, response } = exchange;
      const camera = state.camera(query);
      const quality = hlsQualities.find(
        (one) => one === wholeNumber(query.get('quality'), 0, 2, 2),
      );
      const variant =
        camera === null || quality === undefined ? null : camera.video.variant(quality);
      if (camera === null || variant === null || !camera.online) return void sendNotFound(response);
      if (camera.fault === 'stalled') return;
      if (answeredByFault(response, camera.fault, playlistType)) return;
      send(camera, variant, exchange);
    };
  return {
    'GET hls': {
      needs: right.live,
      run: playing((camera, _, { response }) =>
        sendBody(response, playlistType, masterPlaylist(camera)),
      ),
    },
    'GET hls_mediaplaylist': {
      needs: right.live,
      run: playing((camera, { window }, { query, response }) => {
        const quality = wholeNumber(query.get('quality'), 0, 2, 2);
        const address = (number: number): string =>
          `++hls_segment?cameraNum=${camera.number}&quality=${quality}&number=${number}`;
        sendBody(response, playlistType, window.playlist(camera.video.pictureMs, address));
      }),
    },
    // No document names the addresses of segments; players read them out of the playlist.
    'GET hls_segment': {
      needs: right.live,
      run: playing((camera, { window }, { query, response }) => {
        const number = cameraNumber(query, 'number') ?? -1;
        const segment = window.segment(number, camera.video.pictureMs);
        if (segment === null) return void sendNotFound(response);
        return void sendBody(response, 'video/mp2t', segment);
      }),
    },
  };
}
