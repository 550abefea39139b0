import type { ClipViewer } from '../clip/clip-broadcast.ts';
import type { ClipCodec } from '../clip/flv-clip.ts';
import { answeredByFault } from '../live/picture-faults.ts';
import { multipartType } from '../live/picture-stream.ts';
import { boundary } from '../video-server/live-sizes.ts';
import { sendNotFound } from '../video-server/replies.ts';
import { right } from './rights.ts';
import type { Exchange, Routes } from './route.ts';
import type { ServerState } from './server-state.ts';
import type { SpyCamera } from './spy-camera.ts';

const codecs: readonly ClipCodec[] = ['h264', 'h265'];

function sendCoded(camera: SpyCamera, codec: ClipCodec, { response }: Exchange): void {
  if (answeredByFault(response, camera.fault, multipartType(boundary))) return;
  const viewer: ClipViewer = {
    send: (bytes) => void response.write(bytes),
    waitingBytes: () => response.writableLength,
    cutOff: () => response.destroy(),
  };
  response.setHeader('Content-Type', multipartType(boundary));
  response.setHeader('Cache-Control', 'no-cache');
  if (!camera.video.join(codec, viewer)) return void sendNotFound(response);
  response.on('close', () => camera.video.leave(viewer));
  return void response.flushHeaders();
}

/** `vcodec`: JPEG unless asked otherwise; `h26x` is what the camera itself encodes. */
function sendVideo(camera: SpyCamera, exchange: Exchange): void {
  const { query, response } = exchange;
  const asked = query.get('vcodec') ?? 'jpeg';
  if (asked === 'jpeg') return void camera.pictures.sendStream(query, 'fps', response);
  const codec = asked === 'h26x' ? camera.video.ownCodec : codecs.find((one) => one === asked);
  if (codec === undefined || codec === null) return void sendNotFound(response);
  sendCoded(camera, codec, exchange);
}

/** `image` and `video`. Nothing while the camera is offline but 404, as captured. */
export function pictureRoutes(state: ServerState): Routes {
  const withCamera =
    (run: (camera: SpyCamera, exchange: Exchange) => void) =>
    (exchange: Exchange): void => {
      const camera = state.camera(exchange.query);
      if (camera === null || !camera.online) return void sendNotFound(exchange.response);
      run(camera, exchange);
    };
  return {
    'GET image': {
      needs: right.live,
      run: withCamera((camera, { query, response }) => camera.pictures.sendImage(query, response)),
    },
    'GET video': { needs: right.live, run: withCamera(sendVideo) },
  };
}
