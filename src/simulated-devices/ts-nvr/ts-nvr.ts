import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { CommandDesk } from '../control/command-desk.ts';
import type { DeviceControls } from '../control/device-controls.ts';
import type { FaultRequest, SimulatedDevice } from '../device.ts';
import type { DeviceRecordings } from '../device-recordings.ts';
import type { EventDesk } from '../events/event-desk.ts';
import { DeviceServer } from '../http/device-server.ts';
import { readUrl } from '../http/read-url.ts';
import { Sessions } from '../http/sessions.ts';
import { sitePassword } from '../http/site-password.ts';
import { recorderCameras } from '../scenery/site-cameras.ts';
import { Channel, type OfflineCode } from './channel.ts';
import { answerChannelInfo, answerLiveVideo } from './channel-answers.ts';
import { traitsOf } from './channel-traits.ts';
import { ControlRoutes } from './control-routes.ts';
import { answerEnum } from './enum-answers.ts';
import { EventIntake } from './event-intake.ts';
import { answerInfo, type RecorderAccount } from './info-answers.ts';
import { flag, sendJson, sendUnauthorized } from './json-reply.ts';
import { MediaRoutes } from './media-routes.ts';
import { RecorderClock } from './recorder-clock.ts';
import { recorderControls } from './recorder-controls.ts';
import { RecorderEvents } from './recorder-events.ts';
import { RecorderFootage } from './recorder-footage.ts';
import { answerStatus } from './status-answers.ts';
import { hddSmart, systemHealth, systemInfo } from './system-answers.ts';
import { WatchRoutes } from './watch-routes.ts';
import { zonedIso } from './zone-time.ts';

export interface TsNvrOptions {
  readonly port: number;
  readonly now?: () => number;
  readonly timeZone?: string | undefined;
  readonly siteName?: string;
  /** By how much its clock is ahead of the site's; negative where it is late. */
  readonly clockAheadMs?: number | undefined;
}

const accounts: readonly RecorderAccount[] = [
  { username: 'admin', password: sitePassword('riverside-8'), administrator: true, control: true },
  { username: 'guard', password: sitePassword('gate-4417'), administrator: false, control: true },
  { username: 'viewer', password: sitePassword('look-only'), administrator: false, control: false },
];
const untitledChannel = 7;
/** A recorder of eight channels that speaks TS-API 0.9.20. */
export class TsNvr implements SimulatedDevice {
  readonly name = 'Riverside recorder';
  readonly protocol = 'tsapi';
  readonly username = accounts[0]?.username ?? '';
  readonly password = accounts[0]?.password ?? '';
  readonly accounts = accounts;
  readonly channels: readonly Channel[];
  readonly controls: DeviceControls;
  readonly recordings: DeviceRecordings;
  readonly #server: DeviceServer;
  readonly #sessions = new Sessions(accounts, 'TSSESSION');
  readonly #control: ControlRoutes;
  readonly #media: MediaRoutes;
  readonly #events: RecorderEvents;
  readonly #intake: EventIntake;
  readonly #watch: WatchRoutes;
  readonly #footage: RecorderFootage;
  readonly #clock: RecorderClock;
  readonly #now: () => number;
  readonly #timeZone: string;
  readonly #siteName: string;

  constructor(options: TsNvrOptions) {
    const siteNow = options.now ?? Date.now;
    this.#clock = new RecorderClock(siteNow, options.clockAheadMs ?? 0);
    this.#now = this.#clock.now;
    this.#timeZone = options.timeZone ?? 'America/New_York';
    this.#siteName = options.siteName ?? 'Riverside works';
    this.channels = recorderCameras.map((camera) => {
      const title = camera.number === untitledChannel ? '' : camera.name;
      return new Channel(camera, title, traitsOf(camera.number), siteNow);
    });
    const desk = new CommandDesk(this.#now);
    this.controls = recorderControls(this.channels, desk);
    this.#control = new ControlRoutes(this.channels, desk);
    this.#media = new MediaRoutes(this.channels);
    const { channels } = this;
    this.#events = new RecorderEvents({ channels, timeZone: this.#timeZone, now: this.#now });
    this.#intake = new EventIntake({ events: this.#events, desk, channels, now: this.#now });
    this.#watch = new WatchRoutes(this.channels, this.#timeZone);
    this.#footage = new RecorderFootage(channels, this.#timeZone, this.#clock);
    this.recordings = this.#footage.recordings;
    this.#server = new DeviceServer(
      options.port,
      siteNow,
      (request, response) => this.#handle(request, response),
      (request, socket, head) => this.#upgrade(request, socket, head),
    );
  }

  get origin(): string {
    return this.#server.origin;
  }

  get log(): DeviceServer['log'] {
    return this.#server.log;
  }

  get events(): EventDesk {
    return this.#events.desk;
  }

  start(): Promise<void> {
    return this.#server.start();
  }

  /** Sessions die with the process of a real recorder, so here too. */
  async stop(): Promise<void> {
    for (const channel of this.channels) channel.cutViewersOff();
    this.events.stop();
    this.#footage.exports.stop();
    this.#sessions.forgetAll();
    await this.#server.stop();
  }

  channel(id: number): Channel | null {
    return this.channels.find((channel) => channel.id === id) ?? null;
  }

  async applyFault({ channel: id, fault, code }: FaultRequest): Promise<boolean> {
    if (fault === 'stopped') return this.stop().then(() => true);
    if (fault === 'none') await this.start();
    const chosen = id === undefined ? this.channels : this.channels.filter((one) => one.id === id);
    for (const channel of chosen) {
      if (fault === 'none') channel.recover();
      else if (fault === 'offline') channel.setOffline((code ?? 404) as OfflineCode);
      else if (fault === 'frozen') channel.freeze();
      else if (fault === 'stalled') channel.stallMedia();
      else return false;
    }
    return chosen.length > 0;
  }

  #handle(request: IncomingMessage, response: ServerResponse): void {
    const url = readUrl(request);
    if (url === null) return void response.writeHead(400).end();
    if (this.#clock.aheadMs !== 0) response.setHeader('Date', new Date(this.#now()).toUTCString());
    if (this.#footage.handles(url)) {
      const account = this.#sessions.of(request, url.searchParams, 'header-or-session');
      return void (account === null
        ? sendUnauthorized(response)
        : this.#footage.handle(url, request, response));
    }
    const { copies } = this.#intake;
    if (copies.handles(url)) {
      const account = this.#sessions.of(request, url.searchParams, 'header-or-session');
      return void (account === null
        ? sendUnauthorized(response)
        : copies.handle(url, request, response));
    }
    if (this.#footage.exports.handles(url)) {
      const account = this.#sessions.of(request, url.searchParams, 'any');
      return void (account === null
        ? sendUnauthorized(response)
        : this.#footage.exports.handle(url, request, response));
    }
    if (this.#media.handles(url)) {
      const account = this.#sessions.of(request, url.searchParams, 'header-or-session');
      return void (account === null
        ? sendUnauthorized(response)
        : this.#media.handle(url, response));
    }
    const { images } = this.#events;
    if (images.handles(url)) {
      const account = this.#sessions.of(request, url.searchParams, 'any');
      return void (account === null ? sendUnauthorized(response) : images.handle(url, response));
    }
    if (url.pathname === '/watch' || url.pathname.startsWith('/watch/')) {
      return void this.#handleWatch(url, request, response);
    }
    return void this.#handleApi(url, request, response);
  }

  #handleWatch(url: URL, request: IncomingMessage, response: ServerResponse): void {
    const account = this.#sessions.of(request, url.searchParams, 'any');
    if (account === null) return void sendUnauthorized(response);
    const cookie = url.searchParams.has('auth') ? this.#sessions.open(account) : null;
    return void this.#watch.handle(url, response, cookie);
  }

  #handleApi(url: URL, request: IncomingMessage, response: ServerResponse): void {
    const query = url.searchParams;
    if (url.pathname === '/api/auth') return void this.#authenticate(request, query, response);
    const account = this.#sessions.of(request, query, 'any');
    if (url.pathname === '/api/info') {
      const identity = {
        siteName: this.#siteName,
        timeZone: this.#timeZone,
        channels: this.channels.length,
      };
      const { status, body } = answerInfo(new Set(query.keys()), identity, account, this.#now());
      return void sendJson(response, status, body, query);
    }
    if (account === null) return void sendUnauthorized(response, query);
    if (this.#control.handles(url)) return void this.#control.handle(url, account, response);
    if (this.#intake.handles(request, url)) return void this.#intake.handle(request, url, response);
    const host = request.headers.host ?? new URL(this.origin).host;
    switch (url.pathname) {
      case '/api/system':
        return void this.#answerSystem(query, account, response);
      case '/api/status':
        return void sendJson(
          response,
          200,
          answerStatus(this.channels, query, this.#timeZone),
          query,
        );
      case '/api/channel/info':
        return void sendJson(response, 200, answerChannelInfo(this.channels, query), query);
      case '/api/vod': {
        const { status, body } = this.#footage.isRecorded(query)
          ? this.#footage.answerVod(query, host)
          : answerLiveVideo(this.channels, query, host);
        return void sendJson(response, status, body, query);
      }
      case '/api/enum': {
        const list = answerEnum(this.channels, query, host, this.#events.lots.all);
        if (list !== null) return void sendJson(response, 200, list, query);
        return void sendJson(response, 400, { code: -1, message: 'Bad request' }, query);
      }
      case '/api/find': {
        const found = this.#footage.find(query) ?? this.#events.records.find(query, host);
        if (found !== null) return void sendJson(response, 200, found, query);
        return void sendJson(response, 400, { code: -1, message: 'Bad request' }, query);
      }
      default:
        return void sendJson(response, 404, { code: -1, message: 'Not found' }, query);
    }
  }

  #authenticate(request: IncomingMessage, query: URLSearchParams, response: ServerResponse): void {
    if (flag(query, 'logout')) {
      this.#sessions.close(request);
      return void sendJson(response, 200, { code: 0, message: 'Success' }, query);
    }
    const encoded = query.get('login') ?? query.get('auth');
    const account =
      encoded === null
        ? this.#sessions.of(request, query, 'any')
        : this.#sessions.check(encoded.replaceAll(' ', '+'));
    if (account === null) return void sendUnauthorized(response, query);
    const cookie = this.#sessions.open(account);
    return void sendJson(response, 200, { code: 0, message: 'Success' }, query, {
      'Set-Cookie': cookie,
    });
  }

  #answerSystem(query: URLSearchParams, account: RecorderAccount, response: ServerResponse): void {
    const at = this.#now();
    const lastUpdate = zonedIso(this.#timeZone, at);
    if (query.has('restart') || query.has('reboot')) {
      return void (account.administrator
        ? sendJson(response, 200, { code: 0, message: restartMessage(query.has('restart')) }, query)
        : sendJson(response, 403, { code: 403, message: 'Forbidden' }, query));
    }
    const health = query.get('health');
    const smart = query.get('hddsmart');
    if (health !== null)
      return void sendJson(response, 200, systemHealth(health, lastUpdate, at), query);
    if (smart !== null) return void sendJson(response, 200, hddSmart(smart), query);
    return void sendJson(response, 200, systemInfo(query.get('info') ?? '', lastUpdate), query);
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const url = readUrl(request);
    if (url === null || this.#sessions.of(request, url.searchParams, 'any') === null) {
      socket.end('HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
      return;
    }
    const { subscriptions } = this.#events;
    const { exports } = this.#footage;
    if (exports.isSocket(url)) return void exports.upgrade(url, request, socket, head);
    const road = subscriptions.handles(url) ? subscriptions : this.#media;
    road.upgrade(url, request, socket, head);
  }
}

function restartMessage(restart: boolean): string {
  return restart
    ? 'The server restarts in a few seconds.'
    : 'The system will shut down in less than a minute and then restart.';
}
