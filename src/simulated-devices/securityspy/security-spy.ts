import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DeviceControls } from '../control/device-controls.ts';
import type { Fault, FaultRequest, SimulatedDevice } from '../device.ts';
import type { DeviceRecordings } from '../device-recordings.ts';
import type { EventDesk } from '../events/event-desk.ts';
import { findAccount } from '../http/credentials.ts';
import { DeviceServer } from '../http/device-server.ts';
import { readUrl } from '../http/read-url.ts';
import { Sessions } from '../http/sessions.ts';
import { sendNotFound, sendText, sendUnauthorized } from '../video-server/replies.ts';
import { armingRoutes } from './arming-routes.ts';
import { audioRoutes } from './audio-routes.ts';
import { footageRoutes } from './footage-routes.ts';
import { hlsRoutes } from './hls-routes.ts';
import { readLoginForm, sendLoginPage } from './login-page.ts';
import { pageRoutes } from './page-routes.ts';
import { pictureRoutes } from './picture-routes.ts';
import { ptzRoutes } from './ptz-routes.ts';
import { accounts, may } from './rights.ts';
import type { Route, Routes } from './route.ts';
import { ServerState } from './server-state.ts';
import { settingsRoutes } from './settings-routes.ts';
import type { SpyCamera } from './spy-camera.ts';
import { spyControls } from './spy-controls.ts';
import { spyEvents } from './spy-events.ts';

export interface SecuritySpyOptions {
  readonly port: number;
  readonly now?: () => number;
  readonly timeZone?: string;
}

const version = '6.20';
const uuid = 'WATCHFLOORANNEX000006';
const loginPath = '/login';
const afterLogin = '/multiplex?cameras=0,1,2,3,4,5&camInfo=1';
/** Code and text of `ERROR` and `last-error` while a camera cannot be reached. */
const timeoutCode = 800;

interface Found {
  readonly route: Route;
  readonly rest: string;
}

/** A video server with six cameras, numbered from 0, that speaks the SecuritySpy 6 web interface. */
export class SecuritySpy implements SimulatedDevice {
  readonly name = 'Annex video server';
  readonly protocol = 'securityspy';
  readonly username = accounts[0]?.username ?? '';
  readonly password = accounts[0]?.password ?? '';
  readonly accounts = accounts;
  readonly state: ServerState;
  readonly controls: DeviceControls;
  readonly recordings: DeviceRecordings;
  readonly events: EventDesk;
  readonly #server: DeviceServer;
  readonly #sessions = new Sessions(accounts, 'ss-session-id');
  readonly #routes: Routes;

  constructor({ port, now = Date.now, timeZone = 'America/New_York' }: SecuritySpyOptions) {
    this.state = new ServerState(timeZone, now);
    this.controls = spyControls(this.state);
    this.recordings = this.state.footage.recordings;
    this.events = spyEvents(this.state, {
      setOffline: (camera, code) =>
        this.#setFault(camera, code === null ? 'none' : 'offline', code ?? timeoutCode),
    });
    this.#server = new DeviceServer(port, now, (request, response) => {
      void this.#handle(request, response);
    });
    const facts = () => ({
      version,
      uuid,
      zone: timeZone,
      port: this.#server.port,
      general: this.state.sections.general,
      cameras: this.state.cameras,
    });
    this.#routes = {
      ...pictureRoutes(this.state),
      ...hlsRoutes(this.state),
      ...audioRoutes(this.state),
      ...armingRoutes(this.state),
      ...ptzRoutes(this.state),
      ...footageRoutes(this.state),
      ...settingsRoutes(this.state),
      ...pageRoutes(this.state, facts),
    };
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

  async stop(): Promise<void> {
    this.events.stop();
    this.#sessions.forgetAll();
    await this.#server.stop();
  }

  camera(number: number): SpyCamera | null {
    return this.state.cameras.find((camera) => camera.number === number) ?? null;
  }

  async applyFault({ channel, fault, code }: FaultRequest): Promise<boolean> {
    if (fault === 'stopped') return this.stop().then(() => true);
    if (fault === 'none') await this.start();
    const chosen = this.state.cameras.filter(
      ({ number }) => channel === undefined || number === channel,
    );
    for (const camera of chosen) this.#setFault(camera, fault, code ?? timeoutCode);
    return chosen.length > 0;
  }

  #setFault(camera: SpyCamera, fault: Fault, code: number): void {
    const wasOnline = camera.online;
    camera.setFault(fault, code);
    if (camera.online === wasOnline) return;
    const { events } = this.state;
    if (!camera.online) events.emit(camera.number, 'ERROR', `${code} Timeout`);
    events.emit(camera.number, camera.online ? 'ONLINE' : 'OFFLINE');
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('Server', `BBVS/${version}/${uuid}`);
    response.setHeader('SS-UUID', uuid);
    const url = readUrl(request);
    // A HEAD is answered so by captured servers.
    if (url === null || request.method === 'HEAD') {
      response.statusMessage = 'OK';
      return void response.writeHead(400, { 'Content-Length': 0 }).end();
    }
    const path = url.pathname.slice(1);
    const bare = !path.startsWith('++');
    if (bare && url.pathname === loginPath) return this.#logIn(request, response);
    const account = this.#sessions.of(request, url.searchParams, 'any');
    if (account === null) return void this.#turnAway(bare, response);
    if (url.searchParams.has('auth'))
      response.setHeader('Set-Cookie', this.#sessions.open(account));
    const found = this.#find(request.method ?? '', bare ? path : path.slice(2));
    if (found === null) return void sendNotFound(response);
    const { route, rest } = found;
    if (!may(account, route.needs)) return void this.#refuse(route, response);
    await route.run({ request, response, query: url.searchParams, account, rest });
  }

  #find(method: string, path: string): Found | null {
    const route = this.#routes[`${method} ${path}`];
    if (route !== undefined) return { route, rest: '' };
    const folder = path.slice(0, path.indexOf('/') + 1);
    const below = folder === '' ? undefined : this.#routes[`${method} ${folder}`];
    return below === undefined ? null : { route: below, rest: path.slice(folder.length) };
  }

  /** With `++` a client asks, and is challenged; without it a person does, and is led to a page. */
  #turnAway(bare: boolean, response: ServerResponse): void {
    if (!bare) return void sendUnauthorized(response);
    response.writeHead(303, { Location: loginPath, 'Content-Length': 0 });
    return void response.end();
  }

  #refuse({ refusal }: Route, response: ServerResponse): void {
    if (refusal === undefined) return void sendUnauthorized(response);
    response.statusMessage = 'OK';
    return void sendText(response, '403 Access Denied', refusal);
  }

  async #logIn(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'POST') return void sendLoginPage(response);
    const account = findAccount(accounts, await readLoginForm(request));
    if (account === null) return void sendLoginPage(response);
    response.writeHead(303, {
      Location: afterLogin,
      'Set-Cookie': this.#sessions.open(account),
      'Content-Length': 0,
    });
    return void response.end();
  }
}
