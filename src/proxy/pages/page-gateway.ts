import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { PageTicket } from '../../api/camera.ts';
import type { DeviceId } from '../../domain/camera.ts';
import { DeviceError } from '../../domain/device-error.ts';
import { type HostRule, schemeAt } from '../access/same-site.ts';
import { statusFault } from '../link/device-fault.ts';
import type { ActiveCamera, ActiveDevice } from '../registry/active-device.ts';
import { type ListenerSecurity, plainListeners } from '../tls/listener-security.ts';
import { hostParts, isLoopbackName, isSameSite, pageLabel, portsBeside } from './page-address.ts';
import { cageHeaders } from './page-cage.ts';
import { PageDoor, tryPage } from './page-door.ts';
import { PagePorts } from './page-ports.ts';
import type { PageSession } from './page-session.ts';

export interface PageGatewayOptions {
  /** Ports for device pages; none means those beside the port of the dashboard. */
  readonly ports: readonly number[];
  /** `cams.example.lan`: each device gets a host below it, on the listener of the dashboard. */
  readonly base?: string | undefined;
  readonly hosts: HostRule;
  readonly now: () => number;
  /** The address that ports of their own listen at; loopback by default. */
  readonly listenHost?: string;
  /** How ports of their own are opened. */
  readonly security?: ListenerSecurity;
}

/** Who asks for a page, and from which dashboard. */
export interface PageVisitor {
  readonly session: PageSession;
  /** The `Origin` of the request, which was found to be one of ours. */
  readonly origin: string;
}

/** Opens a device's own page, each device on an origin of its own, for as long as it is looked at. */
export class PageGateway {
  readonly #options: PageGatewayOptions;
  readonly #security: ListenerSecurity;
  readonly #ports: PagePorts;
  /** By the label of their host. */
  readonly #doors = new Map<string, PageDoor>();

  constructor(options: PageGatewayOptions) {
    this.#options = options;
    this.#security = options.security ?? plainListeners;
    const { hosts, now, listenHost = '127.0.0.1' } = options;
    this.#ports = new PagePorts({ hosts, now, listenHost, security: this.#security });
  }

  /** Origins that may stand in a frame of the dashboard at `host`. */
  originsFor(host: string): readonly string[] {
    const { name, port } = hostParts(host);
    const base = this.#baseFor(name);
    const own = schemeAt(host, this.#options.hosts);
    if (base !== null) return [`${own}://*.${base}${port === undefined ? '' : `:${port}`}`];
    const { scheme } = this.#security;
    return this.#candidates(port).map((one) => `${scheme}://${name}:${one}`);
  }

  /**
   * @throws DeviceError `not-supported` where the camera has no page, `page-needs-tls` where its
   * page would cross the network unprotected, `too-many-connections` when every port is taken, and
   * whatever keeps the device from showing it
   */
  async open(
    device: ActiveDevice,
    camera: ActiveCamera,
    { session, origin }: PageVisitor,
  ): Promise<PageTicket> {
    const page = camera.row.description.streams.find(({ kind }) => kind === 'page');
    const { connection } = device;
    if (!page) throw new DeviceError('unsupported', 'not-supported');
    const dashboard = new URL(origin);
    this.#requireProtected(dashboard);
    if (!connection) throw device.fault ?? new DeviceError('unsupported', 'not-supported');
    const status = await tryPage(connection, page.target);
    if (status >= 400) throw statusFault(status, { operation: 'page', sentCredentials: true });
    const { door, pageOrigin } = await this.#doorOf(device, dashboard);
    const { ticket, expiresAtMs } = door.invite({
      session,
      cameraId: camera.row.id,
      target: page.target,
      dashboardOrigin: dashboard.origin,
      pageOrigin,
    });
    return { url: `${pageOrigin}/__t/${ticket}`, expiresAtMs };
  }

  /** Answers what was sent to the host of a device. @returns whether it was */
  handle(request: IncomingMessage, response: ServerResponse): boolean {
    const door = this.#doorAt(request);
    if (door === undefined) return false;
    if (door === null) response.writeHead(421, cageHeaders()).end();
    else void door.answer(request, response);
    return true;
  }

  /** The same for WebSockets. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean {
    const door = this.#doorAt(request);
    if (door === undefined) return false;
    if (door === null) socket.destroy();
    else void door.upgrade(request, socket, head);
    return true;
  }

  /** The device has another address or account, or is gone. */
  async deviceChanged(deviceId: DeviceId): Promise<void> {
    const label = pageLabel(deviceId);
    this.#doors.get(label)?.close();
    this.#doors.delete(label);
    await this.#ports.close(deviceId);
  }

  async stop(): Promise<void> {
    for (const door of this.#doors.values()) door.close();
    this.#doors.clear();
    await this.#ports.closeAll();
  }

  /** Where anybody on the network could read along, there is no page. */
  #requireProtected({ protocol, hostname }: URL): void {
    const plain = protocol === 'http:' && !isLoopbackName(hostname);
    // Behind a front that ends TLS for us a plain port would be refused as mixed content.
    const mixed = this.#baseFor(hostname) === null && protocol !== `${this.#security.scheme}:`;
    if (plain || mixed) throw new DeviceError('unsupported', 'page-needs-tls');
  }

  async #doorOf(
    device: ActiveDevice,
    dashboard: URL,
  ): Promise<{ door: PageDoor; pageOrigin: string }> {
    const base = this.#baseFor(dashboard.hostname);
    if (base !== null) {
      const label = pageLabel(device.id);
      const port = dashboard.port === '' ? '' : `:${dashboard.port}`;
      const pageOrigin = `${dashboard.protocol}//${label}.${base}${port}`;
      return { door: this.#doorBelowBase(label, device), pageOrigin };
    }
    const candidates = this.#candidates(hostParts(dashboard.host).port);
    const { door, port } = await this.#ports.open(device, candidates);
    return { door, pageOrigin: `${dashboard.protocol}//${dashboard.hostname}:${port}` };
  }

  #doorBelowBase(label: string, device: ActiveDevice): PageDoor {
    const held = this.#doors.get(label);
    if (held?.device === device) return held;
    held?.close();
    const door = new PageDoor(device, 'host', this.#options.now, () => undefined);
    this.#doors.set(label, door);
    return door;
  }

  #candidates(dashboardPort: number | undefined): readonly number[] {
    const usual = this.#security.scheme === 'https' ? 443 : 80;
    const { ports } = this.#options;
    return ports.length > 0 ? ports : portsBeside(dashboardPort ?? usual);
  }

  #baseFor(name: string): string | null {
    const { base } = this.#options;
    return base !== undefined && isSameSite(name, base) ? base : null;
  }

  /** @returns undefined for a host that is none of a device, null for one that is not open */
  #doorAt({ headers }: IncomingMessage): PageDoor | null | undefined {
    const { base } = this.#options;
    if (base === undefined) return undefined;
    const { name } = hostParts(headers.host ?? '');
    const [label = ''] = name.split('.', 1);
    if (!/^p[0-9a-f]+$/.test(label) || name !== `${label}.${base}`) return undefined;
    return this.#doors.get(label) ?? null;
  }
}
