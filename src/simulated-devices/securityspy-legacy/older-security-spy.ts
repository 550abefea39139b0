import type { IncomingMessage, ServerResponse } from 'node:http';
import { CommandDesk } from '../control/command-desk.ts';
import { controlsOf, type DeviceControls } from '../control/device-controls.ts';
import type { FaultRequest, SimulatedDevice } from '../device.ts';
import type { DeviceRecordings } from '../device-recordings.ts';
import type { EventDesk } from '../events/event-desk.ts';
import { EventFaults } from '../events/event-faults.ts';
import { findAccount, readBasic } from '../http/credentials.ts';
import { DeviceServer } from '../http/device-server.ts';
import { readUrl } from '../http/read-url.ts';
import { olderServerCameras } from '../scenery/site-cameras.ts';
import { EventHub } from '../video-server/event-hub.ts';
import { sendCapturedFile } from '../video-server/file-routes.ts';
import { Footage } from '../video-server/footage.ts';
import { InstalledItems, scriptNames, soundNames } from '../video-server/installed-items.ts';
import { sendNotFound, sendUnauthorized } from '../video-server/replies.ts';
import { olderAccounts } from './older-accounts.ts';
import { OlderCamera } from './older-camera.ts';
import { olderEvents, tellOnline } from './older-events.ts';
import type { OlderRoute, OlderServerState } from './older-exchange.ts';
import { olderRoutes } from './older-routes.ts';

export interface OlderSecuritySpyOptions {
  readonly port: number;
  readonly now?: () => number;
  readonly timeZone?: string;
}

/** The document prints no version, but clients refuse a server that names none. */
const serverName = 'BBVS/4.2';
const filePrefix = 'getfile/';
/** None, one that goes on until it is stopped, one that moves in steps. */
const ptzFeatures = [0, 47, 13];

/** A video server of the generation before, with three cameras numbered from 0 and no list of them. */
export class OlderSecuritySpy implements SimulatedDevice {
  readonly name = 'Shop video server';
  readonly protocol = 'securityspy-legacy';
  readonly username = olderAccounts[0]?.username ?? '';
  readonly password = olderAccounts[0]?.password ?? '';
  readonly accounts = olderAccounts;
  readonly state: OlderServerState;
  readonly controls: DeviceControls;
  readonly recordings: DeviceRecordings;
  readonly events: EventDesk;
  readonly #server: DeviceServer;
  readonly #routes: ReadonlyMap<string, OlderRoute>;

  constructor({ port, now = Date.now, timeZone = 'America/New_York' }: OlderSecuritySpyOptions) {
    const desk = new CommandDesk(now);
    const eventFaults = new EventFaults(now);
    this.state = {
      desk,
      eventFaults,
      events: new EventHub({
        ...{ zone: timeZone, now, faults: eventFaults },
        beforeHeartbeat: () => undefined,
        cameraWord: (camera) => `CAM${camera}`,
      }),
      cameras: olderServerCameras.map(
        (site, number) =>
          new OlderCamera({
            number,
            site,
            zone: timeZone,
            now,
            ptzFeatures: ptzFeatures[number] ?? 0,
          }),
      ),
      footage: new Footage({ cameras: olderServerCameras, zone: timeZone, now, keptDays: 7 }),
      sounds: new InstalledItems('sounds', soundNames),
      scripts: new InstalledItems('scripts', scriptNames),
      zone: timeZone,
      now,
    };
    this.controls = controlsOf({
      desk,
      heads: () =>
        this.state.cameras
          .filter(({ ptz }) => ptz.features !== 0)
          .map(({ number, ptz }) => ({ camera: number, ...ptz.motors.state })),
    });
    this.recordings = this.state.footage.recordings;
    this.events = olderEvents(this.state);
    this.#routes = olderRoutes(this.state);
    this.#server = new DeviceServer(port, now, (request, response) =>
      this.#handle(request, response),
    );
  }

  get origin(): string {
    return this.#server.origin;
  }

  get log(): DeviceServer['log'] {
    return this.#server.log;
  }

  start(): Promise<void> {
    return this.#server.start();
  }

  stop(): Promise<void> {
    this.events.stop();
    return this.#server.stop();
  }

  camera(number: number): OlderCamera | null {
    return this.state.cameras.find((camera) => camera.number === number) ?? null;
  }

  async applyFault({ channel, fault }: FaultRequest): Promise<boolean> {
    if (fault === 'stopped') return this.stop().then(() => true);
    if (fault === 'none') await this.start();
    const chosen = this.state.cameras.filter(
      ({ number }) => channel === undefined || number === channel,
    );
    for (const camera of chosen) {
      const wasOnline = camera.online;
      camera.setFault(fault);
      if (camera.online !== wasOnline) tellOnline(this.state, camera);
    }
    return chosen.length > 0;
  }

  #handle(request: IncomingMessage, response: ServerResponse): void {
    response.setHeader('Server', serverName);
    const account = findAccount(olderAccounts, readBasic(request.headers.authorization));
    if (account === null) return void sendUnauthorized(response);
    const url = readUrl(request);
    if (url === null || request.method !== 'GET' || !url.pathname.startsWith('/++'))
      return void sendNotFound(response);
    const path = url.pathname.slice('/++'.length);
    if (path.startsWith(filePrefix)) {
      const rest = path.slice(filePrefix.length);
      return void sendCapturedFile(this.state.footage, rest, request, response);
    }
    const route = this.#routes.get(path);
    if (route === undefined) return void sendNotFound(response);
    if (route.controls && !account.controls) return void sendUnauthorized(response);
    return void route.run({ request, response, query: url.searchParams });
  }
}
