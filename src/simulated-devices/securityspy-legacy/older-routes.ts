import type { ServerResponse } from 'node:http';
import type { ClipViewer } from '../clip/clip-broadcast.ts';
import { obeyed } from '../control/device-command.ts';
import { answeredByEventFault } from '../events/fault-answer.ts';
import { escapeMarkup } from '../http/markup.ts';
import { answeredByFault } from '../live/picture-faults.ts';
import { multipartType } from '../live/picture-stream.ts';
import { cameraNumber } from '../video-server/camera-number.ts';
import { boundary } from '../video-server/live-sizes.ts';
import { ptzCommand } from '../video-server/ptz-head.ts';
import { ptzControls } from '../video-server/ptz-page.ts';
import { sendHtml, sendNotFound, sendText } from '../video-server/replies.ts';
import type { OlderCamera } from './older-camera.ts';
import { setActive } from './older-events.ts';
import type { OlderExchange, OlderRoute, OlderServerState } from './older-exchange.ts';
import { sendFootage, sendLivePage } from './older-pages.ts';

/** The size of the recorded MPEG-4, whatever was asked. */
const mpeg4Size = { 'SS-Width': '320', 'SS-Height': '240', 'SS-Depth': '24' } as const;

/** "Multipart MPEG-4": headers that name the codec, then parts without a type. */
function sendMpeg4({ mpeg4, fault }: OlderCamera, response: ServerResponse): void {
  if (mpeg4 === null) return void sendNotFound(response);
  if (answeredByFault(response, fault, multipartType(boundary))) return;
  const viewer: ClipViewer = {
    send: (bytes) => void response.write(bytes),
    waitingBytes: () => response.writableLength,
    cutOff: () => response.destroy(),
  };
  response.writeHead(200, {
    'SS-Codec': 'mp4v',
    ...mpeg4Size,
    'Content-Type': multipartType(boundary),
  });
  response.flushHeaders();
  mpeg4.join(viewer);
  response.on('close', () => mpeg4.leave(viewer));
}

/** "Active/Passive mode control": back to the page that asked, or a text where none did. */
function acknowledgeMode({ request, response }: OlderExchange): void {
  const { referer } = request.headers;
  if (referer === undefined) return void sendText(response, 'The control message was received OK');
  response.writeHead(303, { Location: referer, 'Content-Length': 0 });
  return void response.end();
}

/** Every command of the older document, by its name without the `++`. */
export function olderRoutes(state: OlderServerState): ReadonlyMap<string, OlderRoute> {
  const { sounds, scripts } = state;
  const forCamera = (
    run: (camera: OlderCamera, exchange: OlderExchange) => void,
    controls = false,
  ): OlderRoute => ({
    controls,
    run: (exchange) => {
      const number = cameraNumber(exchange.query);
      const camera = state.cameras.find((one) => one.number === number);
      if (camera === undefined) return void sendNotFound(exchange.response);
      run(camera, exchange);
    },
  });
  const setMode = (active: boolean): OlderRoute =>
    forCamera((camera, exchange) => {
      const command = active ? 'ssControlActiveMode' : 'ssControlPassiveMode';
      state.desk.take(
        exchange.response,
        { camera: camera.number, kind: 'arming', command, parameters: {} },
        () => {
          setActive(state, camera, active);
          return obeyed(active ? 'active' : 'passive');
        },
        (outcome) => (outcome.obeyed ? acknowledgeMode(exchange) : sendNotFound(exchange.response)),
      );
    }, true);
  const routes: Record<string, OlderRoute> = {
    viewlive: { controls: false, run: (exchange) => sendLivePage(state, exchange) },
    image: forCamera((camera, { query, response }) => {
      if (!camera.online) return void sendNotFound(response);
      camera.pictures.sendImage(query, response);
    }),
    video: forCamera((camera, { query, response }) => {
      if (!camera.online) return void sendNotFound(response);
      if (query.get('codec') === 'mp4v') return void sendMpeg4(camera, response);
      camera.pictures.sendStream(query, 'req_fps', response);
    }),
    'ptz/controls': forCamera(({ number, site, ptz }, { response }) => {
      state.desk.take(
        response,
        { camera: number, kind: 'read', command: 'ptz/controls', parameters: {} },
        () => obeyed('told'),
        () => sendHtml(response, escapeMarkup(site.name), ptzControls(number, ptz.features)),
      );
    }, true),
    'ptz/command': forCamera((camera, { query, response }) => {
      const command = Number(query.get('command') ?? '');
      if (!camera.online) return void sendNotFound(response);
      state.desk.take(
        response,
        ptzCommand(camera.number, command, query),
        () => camera.ptz.command(command, null),
        (outcome) => (outcome.obeyed ? sendText(response, 'OK') : sendNotFound(response)),
      );
    }, true),
    ssControlActiveMode: setMode(true),
    ssControlPassiveMode: setMode(false),
    eventStream: {
      controls: false,
      run: ({ query, response }) => state.events.join(query, response),
    },
    camerastatus: forCamera(({ active }, { response }) => {
      if (answeredByEventFault(response, state.eventFaults)) return;
      sendText(response, active ? '3 ACTIVE' : '2 PASSIVE');
    }),
    download: { controls: false, run: (exchange) => sendFootage(state, exchange) },
    sounds: { controls: true, run: ({ query, response }) => sounds.sendList(query, response) },
    scripts: { controls: true, run: ({ query, response }) => scripts.sendList(query, response) },
    doSound: { controls: true, run: ({ query, response }) => sounds.use(query, response) },
    doScript: { controls: true, run: ({ query, response }) => scripts.use(query, response) },
  };
  return new Map(Object.entries(routes));
}
