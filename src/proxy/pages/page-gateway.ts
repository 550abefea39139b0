import type { PageTicket } from '../../api/camera.ts';
import type { DeviceId } from '../../domain/camera.ts';
import { DeviceError } from '../../domain/device-error.ts';
import type { HostRule } from '../access/same-site.ts';
import type { ActiveCamera, ActiveDevice } from '../registry/active-device.ts';
import { PageServer } from './page-server.ts';

/** Ports for device pages; none of them means any free port for each. */
export type PagePorts = readonly number[];

/** Opens a device's own page, each device on a port of its own, for as long as it is looked at. */
export class PageGateway {
  readonly #ports: PagePorts;
  readonly #hosts: HostRule;
  readonly #now: () => number;
  readonly #servers = new Map<
    DeviceId,
    { server: PageServer; port: Promise<number>; wanted: number }
  >();

  constructor(ports: PagePorts, hosts: HostRule, now: () => number) {
    this.#ports = ports;
    this.#hosts = hosts;
    this.#now = now;
  }

  /** Origins that may stand in a frame of the dashboard at `host`. */
  originsFor(host: string): readonly string[] {
    const name = nameOf(host);
    if (this.#ports.length === 0) return [`http://${name}:*`];
    return this.#ports.map((port) => `http://${name}:${port}`);
  }

  /**
   * @param host the `Host` under which the dashboard was asked for
   * @throws DeviceError `not-supported` where the camera has no page, `too-many-connections` when
   * every port is taken
   */
  async open(device: ActiveDevice, camera: ActiveCamera, host: string): Promise<PageTicket> {
    const page = camera.row.description.streams.find(({ kind }) => kind === 'page');
    if (!page) throw new DeviceError('unsupported', 'not-supported');
    const { server, port } = await this.#serverOf(device);
    server.welcome(`http://${host}`);
    const grant = { cameraId: camera.row.id, target: page.target };
    const { ticket, expiresAtMs } = server.tickets.issue(grant);
    return { url: `http://${nameOf(host)}:${port}/__t/${ticket}`, expiresAtMs };
  }

  /** The device has another address or account, or is gone. */
  async deviceChanged(deviceId: DeviceId): Promise<void> {
    const held = this.#servers.get(deviceId);
    this.#servers.delete(deviceId);
    await held?.server.close();
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#servers.keys()].map((deviceId) => this.deviceChanged(deviceId)));
  }

  async #serverOf(device: ActiveDevice): Promise<{ server: PageServer; port: number }> {
    const held = this.#servers.get(device.id);
    if (held && held.server.device === device)
      return { server: held.server, port: await held.port };
    if (held) await this.deviceChanged(device.id);
    const candidates = this.#ports.length === 0 ? [0] : this.#ports;
    for (const wanted of candidates) {
      const taken = [...this.#servers.values()].some((other) => other.wanted === wanted);
      if (taken && wanted !== 0) continue;
      const port = await this.#tryPort(device, wanted);
      const opened = this.#servers.get(device.id);
      if (port !== null && opened) return { server: opened.server, port };
    }
    throw new DeviceError('busy', 'too-many-connections');
  }

  async #tryPort(device: ActiveDevice, wanted: number): Promise<number | null> {
    const server = new PageServer({
      device,
      port: wanted,
      hosts: this.#hosts,
      now: this.#now,
      onIdle: () => void this.deviceChanged(device.id),
    });
    const port = server.listen();
    this.#servers.set(device.id, { server, port, wanted });
    try {
      return await port;
    } catch {
      // Another program has the port: the next one will do.
      this.#servers.delete(device.id);
      return null;
    }
  }
}

function nameOf(host: string): string {
  return host.replace(/:\d+$/, '');
}
