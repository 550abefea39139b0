import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { CommandDesk } from '../control/command-desk.ts';
import { controlsOf, type DeviceControls } from '../control/device-controls.ts';
import type { Fault, FaultRequest, SimulatedDevice } from '../device.ts';
import type { DeviceRecordings } from '../device-recordings.ts';
import type { EventDesk } from '../events/event-desk.ts';
import { EventFaults } from '../events/event-faults.ts';
import { DeviceServer } from '../http/device-server.ts';
import { sitePassword } from '../http/site-password.ts';
import { exposed } from '../motors/exposure.ts';
import { viewOf } from '../motors/view.ts';
import { RtspServer } from '../rtsp/rtsp-server.ts';
import type { SiteCamera } from '../scenery/scene.ts';
import { cameraEvents } from './camera-events.ts';
import { cameraModels, type ModelName } from './camera-model.ts';
import { CameraUnit } from './camera-unit.ts';
import { admits, CgiServer } from './cgi-server.ts';
import { cgiTable } from './cgi-table.ts';
import type { UnitFacts } from './initial-parameters.ts';
import { Sights } from './sights.ts';
import { StandardPictures, sensorOf } from './standard-pictures.ts';
import { drawStoredClip } from './stored-clip.ts';
import { unitClips } from './unit-clips.ts';

export interface IpCameraDeviceOptions {
  /** 0 takes any free port, for each of the three. */
  readonly port: number;
  readonly mjpegPort: number;
  readonly rtspPort: number;
  readonly camera: SiteCamera;
  readonly model: ModelName;
  readonly now?: () => number;
  /** How long it is gone after `restart.cgi`. */
  readonly restartMs?: number;
}

const usualRestartMs = 5000;

/** A camera that speaks the IP Camera Standard API 5.0.0: web server, MJPEG port and RTSP server. */
export class IpCameraDevice implements SimulatedDevice {
  readonly name: string;
  readonly protocol = 'ipcamera';
  readonly username: string;
  readonly password: string;
  readonly unit: CameraUnit;
  readonly controls: DeviceControls;
  readonly recordings: DeviceRecordings;
  readonly events: EventDesk;
  readonly #web: DeviceServer;
  readonly #mjpeg: DeviceServer;
  readonly #rtsp: RtspServer;
  readonly #pictures: StandardPictures;
  readonly #restartMs: number;
  readonly #now: () => number;
  #restart: NodeJS.Timeout | undefined;
  #work: Promise<void> = Promise.resolve();
  #fault: Fault = 'none';

  constructor(options: IpCameraDeviceOptions) {
    const { camera, model } = options;
    const now = options.now ?? Date.now;
    this.#now = now;
    this.#restartMs = options.restartMs ?? usualRestartMs;
    this.name = camera.name;
    this.username = 'Admin';
    this.password = sitePassword(`${camera.name.toLowerCase()}${camera.number}`, '');
    const realm = cameraModels[model].productNumber;
    this.#mjpeg = new DeviceServer(options.mjpegPort, now, (request, response) =>
      this.#sendMjpeg(realm, request, response),
    );
    this.#web = new DeviceServer(options.port, now, (request, response) => {
      void cgis.handle(request, response);
    });
    this.#rtsp = new RtspServer({
      port: options.rtspPort,
      realm,
      clips: cameraModels[model].streamsRtsp ? unitClips(camera.number) : new Map(),
      now,
      accounts: () => this.unit.accounts.all,
      note: (request) => this.#web.log.add(request),
    });
    const facts = (): UnitFacts => ({
      number: camera.number,
      name: camera.name,
      model: cameraModels[model],
      httpPort: this.#web.port,
      rtspPort: this.#rtsp.port,
      mjpegPort: this.#mjpeg.port,
    });
    this.unit = new CameraUnit({
      facts,
      now,
      lens: camera.scene.lens,
      record: (epochMs) => drawStoredClip(camera, epochMs),
      administrator: { username: this.username, password: this.password },
      viewers: [{ username: 'guard', password: sitePassword('lookonly', '') }],
    });
    const { tree, clock, contacts, ptz, storage } = this.unit;
    this.recordings = {
      pieces: (_, fromMs, toMs) => storage.pieces(fromMs, toMs),
      setClockAhead: () => false,
    };
    const desk = new CommandDesk(now);
    const report = (contact: { readonly active: boolean }, index: number) => ({
      camera: 1,
      port: String(index + 1),
      on: contact.active,
    });
    this.controls = controlsOf({
      desk,
      heads: () => (ptz === null ? [] : [{ camera: 1, ...ptz.head.state }]),
      outputs: () => contacts.outputs.map(report),
      inputs: () => contacts.inputs.map(report),
      setInput: (cameraNumber, port, on) => cameraNumber === 1 && contacts.setInput(port, on),
    });
    this.#pictures = new StandardPictures({
      tree,
      source: {
        camera,
        now,
        sensor: () =>
          ptz === null ? sensorOf(tree) : exposed(sensorOf(tree), ptz.head.position.iris),
        ...(ptz === null ? {} : { view: () => viewOf(ptz.head.position) }),
        zoneOffsetMs: () => clock.aheadMs,
        title: () => this.#title,
      },
    });
    const { findsFaces } = cameraModels[model];
    const sights = new Sights(now);
    const faults = new EventFaults(now);
    const monitors = new Set<Socket>();
    faults.onCut(() => {
      for (const socket of monitors) socket.destroy();
    });
    this.events = cameraEvents({
      ...{ now, sights, contacts, findsFaces, faults },
      monitors: () => monitors.size,
    });
    const table = cgiTable({
      unit: this.unit,
      pictures: this.#pictures,
      events: {
        sources: { tree, contacts, sights, findsFaces },
        ...{ faults, monitors },
        silent: () => this.#fault === 'stalled',
      },
      restart: () => this.#goAway(),
    });
    const cgis = new CgiServer({ accounts: this.unit.accounts, realm, table, desk });
  }

  get origin(): string {
    return this.#web.origin;
  }

  get mjpegOrigin(): string {
    return this.#mjpeg.origin;
  }

  get rtspOrigin(): string {
    return this.#rtsp.origin;
  }

  /** Of all three servers. */
  get log(): DeviceServer['log'] {
    return this.#web.log;
  }

  /** How many watch the JPEG stream. */
  get watchers(): number {
    return this.#pictures.watchers;
  }

  get rtspSessions(): number {
    return this.#rtsp.sessions;
  }

  start(): Promise<void> {
    return this.#become(() => this.#open());
  }

  stop(): Promise<void> {
    this.events.stop();
    return this.#become(() => this.#close());
  }

  recover(): void {
    this.setFault('none');
  }

  setFault(fault: Fault): void {
    this.#fault = fault;
    this.#pictures.setFault(fault);
    this.#rtsp.hold(fault === 'stalled');
    this.#rtsp.freeze(fault === 'frozen');
  }

  async applyFault({ fault }: FaultRequest): Promise<boolean> {
    if (fault === 'offline') return false;
    if (fault === 'stopped') await this.stop();
    else {
      this.setFault(fault);
      if (fault === 'none') await this.start();
    }
    return true;
  }

  /** One after the other, for a server can neither start nor stop halfway; a planned return is off. */
  #become(act: () => Promise<void>): Promise<void> {
    clearTimeout(this.#restart);
    const done = this.#work.then(act);
    this.#work = done.catch(() => undefined);
    return done;
  }

  async #open(): Promise<void> {
    const started = await Promise.allSettled([
      this.#web.start(),
      this.#mjpeg.start(),
      this.#rtsp.start(),
    ]);
    const failed = started.find((result) => result.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
    this.unit.notePorts();
  }

  async #close(): Promise<void> {
    await Promise.all([this.#web.stop(), this.#mjpeg.stop(), this.#rtsp.stop()]);
  }

  #goAway(): void {
    void this.#become(() => this.#close());
    this.#restart = setTimeout(() => {
      this.unit.log.add('camera started');
      this.start().catch(() => this.unit.log.add('a port is taken'));
    }, this.#restartMs);
  }

  /** The name, and where a head looks. */
  get #title(): string {
    const { tree, ptz } = this.unit;
    const name = tree.get('Image.I0.Name');
    if (ptz?.motors !== 'dome') return name;
    const { pan, tilt, zoom } = ptz.head.position;
    return `${name} ${pan.toFixed(0)}/${tilt.toFixed(0)} Z${zoom.toFixed(0)}`;
  }

  #sendMjpeg(realm: string, request: IncomingMessage, response: ServerResponse): void {
    const { method, url, headers } = request;
    this.#web.log.add({
      atMs: this.#now(),
      method: method ?? '',
      target: url ?? '',
      headerNames: Object.keys(headers),
    });
    if (!admits(this.unit.accounts, realm, 'viewer', request, response)) return;
    if (url?.split('?')[0] !== '/')
      return void response.writeHead(404, { 'Content-Length': 0 }).end();
    this.#pictures.sendStream(response);
  }
}
