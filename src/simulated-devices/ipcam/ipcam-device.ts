import type { IncomingMessage, ServerResponse } from 'node:http';
import { CommandDesk } from '../control/command-desk.ts';
import { controlsOf, type DeviceControls } from '../control/device-controls.ts';
import type { Fault, FaultRequest, SimulatedDevice } from '../device.ts';
import { noRecordings } from '../device-recordings.ts';
import type { EventDesk } from '../events/event-desk.ts';
import { answeredByEventFault } from '../events/fault-answer.ts';
import { findAccount, readBasic } from '../http/credentials.ts';
import { DeviceServer } from '../http/device-server.ts';
import { readUrl } from '../http/read-url.ts';
import { sitePassword } from '../http/site-password.ts';
import type { SiteCamera } from '../scenery/scene.ts';
import { CameraAlarms } from './camera-alarms.ts';
import { CameraPictures } from './camera-pictures.ts';
import { type Command, commandTable } from './command-table.ts';
import type { Rights } from './commands.ts';
import { Decoder } from './decoder.ts';
import { illegalFrame, sendPlain } from './plain-reply.ts';
import { SensorSettings } from './sensor-settings.ts';
import {
  type CameraAccount,
  initialForbidden,
  initialMisc,
  initialVariables,
  type Variables,
} from './variables.ts';

export interface IpcamDeviceOptions {
  readonly port: number;
  readonly camera: SiteCamera;
  readonly now?: () => number;
}

/** By which the document tells of alarms. */
const statusCommand = 'get_status.cgi';
const visitor: Rights = 0;
const operator: Rights = 1;
const administrator: Rights = 2;

/** A camera that speaks the IPCAM CGI SDK 2.1. */
export class IpcamDevice implements SimulatedDevice {
  readonly name: string;
  readonly protocol = 'ipcam';
  readonly username: string;
  readonly password: string;
  readonly controls: DeviceControls;
  readonly recordings = noRecordings;
  readonly #server: DeviceServer;
  readonly #now: () => number;
  readonly #id: string;
  readonly #params: Variables;
  readonly #pictures: CameraPictures;
  readonly #commands: Readonly<Record<string, Command>>;
  readonly #alarms: CameraAlarms;

  constructor({ port, camera, now }: IpcamDeviceOptions) {
    this.#now = now ?? Date.now;
    this.name = camera.name;
    this.#id = `00605300${camera.number}A${camera.number}`;
    this.username = 'admin';
    this.password = sitePassword(`cam${camera.number}-lens`);
    const accounts: readonly CameraAccount[] = [
      { username: 'admin', password: this.password, rights: administrator },
      { username: 'operator', password: sitePassword('turn-it'), rights: operator },
      { username: 'visitor', password: sitePassword('look-only'), rights: visitor },
    ];
    this.#params = initialVariables(this.#id, camera.name, accounts, port);
    this.#alarms = new CameraAlarms(this.#params, this.#now);
    const settings = new SensorSettings();
    const decoder = new Decoder(this.#now);
    const desk = new CommandDesk(this.#now);
    this.controls = controlsOf({
      desk,
      heads: () => [{ camera: 1, ...decoder.head.state }],
      outputs: () => [{ camera: 1, port: '1', on: decoder.outputOn }],
      inputs: () => [{ camera: 1, port: '1', on: this.#alarms.isInputClosed }],
      setInput: (camera, port, on) => this.#setInput(camera, port, on),
    });
    this.#pictures = new CameraPictures({
      id: this.#id,
      camera,
      now: this.#now,
      settings,
      head: decoder.head,
      zoneOffsetMs: () => this.#zoneOffsetMs,
      title: () => String(this.#params.alias),
    });
    this.#commands = commandTable({
      id: this.#id,
      params: this.#params,
      misc: initialMisc(),
      forbidden: initialForbidden(),
      settings,
      decoder,
      desk,
      pictures: this.#pictures,
      alarmStatus: () => this.#alarms.status,
      now: this.#now,
    });
    this.#server = new DeviceServer(port, this.#now, (request, response) =>
      this.#handle(request, response),
    );
  }

  get origin(): string {
    return this.#server.origin;
  }

  get log(): DeviceServer['log'] {
    return this.#server.log;
  }

  /** How many watch the streams of all sizes. */
  get watchers(): number {
    return this.#pictures.watchers;
  }

  get events(): EventDesk {
    return this.#alarms.desk;
  }

  start(): Promise<void> {
    return this.#server.start();
  }

  stop(): Promise<void> {
    this.events.stop();
    return this.#server.stop();
  }

  freeze(): void {
    this.setFault('frozen');
  }

  stallMedia(): void {
    this.setFault('stalled');
  }

  htmlInsteadOfPicture(): void {
    this.setFault('html-instead-of-picture');
  }

  endlessBody(): void {
    this.setFault('endless-body');
  }

  recover(): void {
    this.setFault('none');
  }

  setFault(fault: Fault): void {
    this.#pictures.setFault(fault);
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

  #setInput(camera: number, port: string, on: boolean): boolean {
    const known = camera === 1 && port === '1';
    if (known) this.#alarms.isInputClosed = on;
    return known;
  }

  /** `tz` counts seconds towards the west, as the captures of these cameras do. */
  get #zoneOffsetMs(): number {
    return -Number(this.#params.tz) * 1000;
  }

  #handle(request: IncomingMessage, response: ServerResponse): void {
    response.setHeader('Server', 'Netwave IP Camera');
    response.setHeader('Connection', 'close');
    const url = readUrl(request);
    const name = url?.pathname.slice(1).toLowerCase() ?? '';
    const command = this.#commands[name];
    if (url === null || command === undefined)
      return void response.writeHead(404, { 'Content-Length': 0 }).end();
    if (
      command.rights !== 'everyone' &&
      !this.#may(request, url.searchParams, name, command.rights)
    ) {
      return void this.#refuse(response);
    }
    if (name === statusCommand && answeredByEventFault(response, this.events.faults)) return;
    if ((command.method ?? 'GET') !== request.method) return void sendPlain(response, illegalFrame);
    return void command.run({ query: url.searchParams, response });
  }

  #accounts(): CameraAccount[] {
    return Array.from({ length: 8 }, (_, i) => ({
      username: String(this.#params[`user${i + 1}_name`]),
      password: String(this.#params[`user${i + 1}_pwd`]),
      rights: Number(this.#params[`user${i + 1}_pri`]) as Rights,
    })).filter(({ username }) => username !== '');
  }

  /** Basic first; `user` and `pwd` otherwise, except where the command uses those names itself. */
  #may(request: IncomingMessage, query: URLSearchParams, command: string, least: Rights): boolean {
    const inQuery =
      command.startsWith('set_') || query.get('user') === null
        ? null
        : { username: query.get('user') ?? '', password: query.get('pwd') ?? '' };
    const login = readBasic(request.headers.authorization) ?? inQuery;
    const account = findAccount(this.#accounts(), login);
    return account !== null && account.rights >= least;
  }

  #refuse(response: ServerResponse): void {
    const body =
      '<HTML><HEAD><TITLE>401 Unauthorized</TITLE></HEAD><BODY>401 Unauthorized</BODY></HTML>';
    response.writeHead(401, {
      'WWW-Authenticate': `Basic realm="ipcamera_${this.#id}"`,
      'Content-Type': 'text/html',
      'Content-Length': body.length,
    });
    response.end(body);
  }
}
