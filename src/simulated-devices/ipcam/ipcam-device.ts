import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Fault, FaultRequest, SimulatedDevice } from '../device.ts';
import { findAccount, readBasic } from '../http/credentials.ts';
import { DeviceServer } from '../http/device-server.ts';
import { readUrl } from '../http/read-url.ts';
import { sitePassword } from '../http/site-password.ts';
import type { SiteCamera } from '../scenery/scene.ts';
import { CameraPictures } from './camera-pictures.ts';
import { knowsDecoderCommand, type Rights, serialBauds, setCommands, store } from './commands.ts';
import { acknowledge, illegalFrame, sendPlain } from './plain-reply.ts';
import { SensorSettings } from './sensor-settings.ts';
import {
  type CameraAccount,
  initialForbidden,
  initialMisc,
  initialVariables,
  type Variables,
  writeVariables,
} from './variables.ts';

export interface IpcamDeviceOptions {
  readonly port: number;
  readonly camera: SiteCamera;
  readonly now?: () => number;
}

const visitor: Rights = 0;
const operator: Rights = 1;
const administrator: Rights = 2;

interface Exchange {
  readonly query: URLSearchParams;
  readonly response: ServerResponse;
}

interface Command {
  readonly rights: Rights | 'everyone';
  readonly method?: 'POST';
  run(exchange: Exchange): void;
}

/** A camera that speaks the IPCAM CGI SDK 2.1. */
export class IpcamDevice implements SimulatedDevice {
  readonly name: string;
  readonly protocol = 'ipcam';
  readonly username: string;
  readonly password: string;
  readonly #server: DeviceServer;
  readonly #now: () => number;
  readonly #id: string;
  readonly #settings = new SensorSettings();
  readonly #params: Variables;
  readonly #misc = initialMisc();
  readonly #forbidden = initialForbidden();
  readonly #pictures: CameraPictures;
  readonly #commands: Readonly<Record<string, Command>>;

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
    this.#pictures = new CameraPictures({
      id: this.#id,
      camera,
      now: this.#now,
      settings: this.#settings,
      zoneOffsetMs: () => this.#zoneOffsetMs,
      title: () => String(this.#params.alias),
    });
    this.#commands = this.#table();
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

  start(): Promise<void> {
    return this.#server.start();
  }

  stop(): Promise<void> {
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

  #table(): Record<string, Command> {
    const read = (rights: Command['rights'], variables: () => Readonly<Variables>): Command => ({
      rights,
      run: ({ response }) => sendPlain(response, writeVariables(variables())),
    });
    const accept = (
      rights: Rights,
      valid: (query: URLSearchParams) => boolean,
      method?: 'POST',
    ): Command => ({
      rights,
      ...(method === undefined ? {} : { method }),
      run: ({ query, response }) => acknowledge(response, query, valid(query)),
    });
    const table: Record<string, Command> = {
      'snapshot.cgi': {
        rights: visitor,
        run: ({ query, response }) => this.#pictures.sendSnapshot(query, response),
      },
      'videostream.cgi': {
        rights: visitor,
        run: ({ query, response }) => this.#pictures.sendStream(query, response),
      },
      'videostream.asf': {
        rights: visitor,
        run: ({ response }) => void response.writeHead(404, { 'Content-Length': 0 }).end(),
      },
      'get_status.cgi': read('everyone', () => ({
        id: this.#id,
        sys_ver: this.#params.sys_ver ?? '',
        app_ver: this.#params.app_ver ?? '',
        alias: this.#params.alias ?? '',
        now: this.#seconds,
        tz: this.#params.tz ?? 0,
        alarm_status: 0,
        ddns_status: 0,
        ddns_host: '',
        oray_type: 0,
        upnp_status: 0,
      })),
      'get_camera_params.cgi': read(visitor, () => this.#settings.variables),
      'get_params.cgi': read(administrator, () => ({ ...this.#params, now: this.#seconds })),
      'get_misc.cgi': read(administrator, () => this.#misc),
      'get_forbidden.cgi': read(administrator, () => this.#forbidden),
      'camera_control.cgi': accept(operator, (query) => {
        if (!query.get('param') || !query.get('value')) return false;
        return this.#settings.set(Number(query.get('param')), Number(query.get('value')));
      }),
      'decoder_control.cgi': accept(operator, (query) => knowsDecoderCommand(query.get('command'))),
      'comm_write.cgi': accept(
        operator,
        (query) => Number(query.get('bytes') ?? 0) < 256 && query.has('data'),
      ),
      'set_decoder.cgi': accept(administrator, (query) =>
        serialBauds.has(Number(query.get('baud'))),
      ),
      'reboot.cgi': accept(administrator, () => true),
      'restore_factory.cgi': accept(administrator, () => true),
      'upgrade_firmware.cgi': accept(administrator, () => true, 'POST'),
      'upgrade_htmls.cgi': accept(administrator, () => true, 'POST'),
    };
    const stores = { params: this.#params, misc: this.#misc, forbidden: this.#forbidden };
    for (const [name, command] of Object.entries(setCommands)) {
      table[name] = accept(command.rights, (query) => store(command, query, stores[command.store]));
    }
    return table;
  }

  get #seconds(): number {
    return Math.floor(this.#now() / 1000);
  }
}
