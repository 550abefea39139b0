import type { DeviceId } from '../../domain/camera.ts';
import { DeviceError } from '../../domain/device-error.ts';
import type { HostRule } from '../access/same-site.ts';
import type { ActiveDevice } from '../registry/active-device.ts';
import type { ListenerSecurity } from '../tls/listener-security.ts';
import { PageDoor } from './page-door.ts';
import { PageListener } from './page-listener.ts';

const idleMs = 60_000;

export interface PagePortsOptions {
  readonly hosts: HostRule;
  readonly now: () => number;
  readonly listenHost: string;
  readonly security: ListenerSecurity;
}

interface OpenPort {
  readonly port: number;
  readonly door: PageDoor;
  readonly close: () => Promise<void>;
}

/** The doors on ports of their own: opened when first wanted, closed a minute after the last use. */
export class PagePorts {
  readonly #options: PagePortsOptions;
  readonly #open = new Map<DeviceId, { device: ActiveDevice; opening: Promise<OpenPort> }>();
  readonly #taken = new Set<number>();

  constructor(options: PagePortsOptions) {
    this.#options = options;
  }

  /** @throws DeviceError `too-many-connections` when every one of the ports is taken */
  async open(
    device: ActiveDevice,
    candidates: readonly number[],
  ): Promise<Pick<OpenPort, 'port' | 'door'>> {
    const held = this.#open.get(device.id);
    if (held && held.device !== device) await this.close(device.id);
    else if (held) {
      const open = await held.opening;
      if (candidates.includes(open.port) || candidates.includes(0)) return open;
      await this.close(device.id);
    }
    const opening = this.#listen(device, candidates);
    this.#open.set(device.id, { device, opening });
    try {
      return await opening;
    } catch (failure) {
      this.#open.delete(device.id);
      throw failure;
    }
  }

  async close(deviceId: DeviceId): Promise<void> {
    const held = this.#open.get(deviceId);
    this.#open.delete(deviceId);
    await held?.opening.then(
      (open) => open.close(),
      () => undefined,
    );
  }

  async closeAll(): Promise<void> {
    await Promise.all([...this.#open.keys()].map((deviceId) => this.close(deviceId)));
  }

  async #listen(device: ActiveDevice, candidates: readonly number[]): Promise<OpenPort> {
    for (const wanted of candidates) {
      if (this.#taken.has(wanted)) continue;
      if (wanted !== 0) this.#taken.add(wanted);
      try {
        return await this.#listenOn(device, wanted);
      } catch {
        // Another program has the port: the next one will do.
        this.#taken.delete(wanted);
      }
    }
    throw new DeviceError('busy', 'too-many-connections');
  }

  async #listenOn(device: ActiveDevice, wanted: number): Promise<OpenPort> {
    const { hosts, now, listenHost, security } = this.#options;
    let idle: ReturnType<typeof setTimeout> | undefined;
    const listener = new PageListener(hosts, security);
    const port = await listener.listen(wanted, listenHost);
    const touch = () => {
      clearTimeout(idle);
      if (closed || door.inUse) return;
      idle = setTimeout(() => void this.close(device.id), idleMs);
      idle.unref();
    };
    let closed = false;
    const door = new PageDoor(device, String(port), now, touch);
    listener.serve(door);
    touch();
    const close = async () => {
      closed = true;
      clearTimeout(idle);
      door.close();
      await listener.close();
      this.#taken.delete(wanted);
    };
    return { port, door, close };
  }
}
