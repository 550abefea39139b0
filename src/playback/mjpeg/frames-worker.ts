import { routes } from '../../api/routes.ts';
import { socketAddress } from '../socket-address.ts';
import { drawsInSoftware } from '../webcodecs/pixel-copier.ts';
import { browserDecoding } from '../webcodecs/video-engine.ts';
import { decodePicture } from './decode-picture.ts';
import type { FrameNews, FrameOrder } from './frame-messages.ts';
import { FramesCore } from './frames-core.ts';

/** The part of a dedicated worker's global that is used; the compiler's own name for it excludes the DOM. */
interface WorkerPort {
  postMessage(news: FrameNews): void;
  onmessage: ((event: MessageEvent<FrameOrder>) => void) | null;
}

const reportEveryMs = 250;
const port: WorkerPort = self;

const core = new FramesCore({
  openSocket: () => new WebSocket(socketAddress(routes.frames, self.location.origin)),
  decode: decodePicture,
  openStream: (cameraId, streamId) =>
    new WebSocket(socketAddress(routes.flv(cameraId, streamId), self.location.origin)),
  decoding: browserDecoding,
  drawsInSoftware,
  // Not `performance.now()`: it stands still while a computer sleeps, and drifts over months.
  clock: { nowMs: () => Date.now() },
  tell: (news) => port.postMessage(news),
});

port.onmessage = ({ data }) => core.obey(data);
setInterval(() => core.report(), reportEveryMs);
