import type { LoggedCommand } from '../src/simulated-devices/control/command-desk.ts';
import type { CommandFaultKind } from '../src/simulated-devices/control/command-fault.ts';
import type {
  HeadReport,
  HeardReport,
  PortReport,
  ToneReport,
} from '../src/simulated-devices/control/device-controls.ts';
import type { RecordedPiece } from '../src/simulated-devices/device-recordings.ts';
import type { BurstOrder, SentEvent } from '../src/simulated-devices/events/event-desk.ts';
import type { EventFaultKind } from '../src/simulated-devices/events/event-faults.ts';
import type { ExportHabits } from '../src/simulated-devices/ts-nvr/export-habits.ts';

/** An event for a device to tell; what is beside these is for the device's own table of kinds. */
export interface SiteEvent {
  readonly device: string;
  readonly kind: string;
  /** The device's own number. */
  readonly channel?: number;
  readonly [field: string]: unknown;
}

export interface SentEvents {
  /** How many were told since the device was made. */
  readonly told: number;
  /** What the device can be ordered to tell. */
  readonly kinds: readonly string[];
  /** Newest last, bounded. */
  readonly sent: readonly SentEvent[];
}

/** Disturbs commands that are yet to come. */
export interface DisturbOrder {
  readonly device: string;
  /** The device's own number; every camera where absent. */
  readonly camera?: number;
  readonly kind: CommandFaultKind;
  /** All that change something where absent. */
  readonly commands?: 'stop' | 'move' | 'all';
  /** Once where absent. */
  readonly times?: number;
  /** How long a `timeout` says nothing; ten seconds where absent. */
  readonly ms?: number;
  /** Whether a `timeout` is obeyed all the same. */
  readonly obeyed?: boolean;
}

export interface SiteClock {
  /** Epoch milliseconds of the devices. */
  readonly nowMs: number;
  readonly tones: Readonly<Record<string, readonly ToneReport[]>>;
}

type ByDevice<T> = Readonly<Record<string, readonly T[]>>;

/** Sees and disturbs the simulated devices of a running site; cameras by the device's own numbers. */
export class SiteControl {
  readonly #origin: string;

  /** @param controlOrigin as the site announces it */
  constructor(controlOrigin: string) {
    this.#origin = controlOrigin;
  }

  heads(): Promise<ByDevice<HeadReport>> {
    return this.#read('/heads');
  }

  /** One head, of camera 1 where none is named; fails where nothing turns. */
  async head(device: string, camera = 1): Promise<HeadReport> {
    const heads = await this.#of<HeadReport>('/heads', device);
    const found = heads.find((head) => head.camera === camera);
    if (found === undefined) throw new RangeError(`no head ${camera} of ${device}`);
    return found;
  }

  /** What a device understood, oldest first. */
  async commands(device: string, camera?: number): Promise<readonly LoggedCommand[]> {
    const all = await this.#of<LoggedCommand>('/commands', device);
    return camera === undefined ? all : all.filter((command) => command.camera === camera);
  }

  outputs(device: string): Promise<readonly PortReport[]> {
    return this.#of('/outputs', device);
  }

  inputs(device: string): Promise<readonly PortReport[]> {
    return this.#of('/inputs', device);
  }

  heard(device: string): Promise<readonly HeardReport[]> {
    return this.#of('/heard', device);
  }

  /** Files of a camera that reach into a time, by the device's own clock; oldest first. */
  recordings(
    device: string,
    camera: number,
    range: { readonly fromMs: number; readonly toMs: number },
  ): Promise<readonly RecordedPiece[]> {
    const { fromMs, toMs } = range;
    return this.#of(`/recordings?camera=${camera}&from=${fromMs}&to=${toMs}&`, device);
  }

  /** @param aheadMs negative for a clock that is late */
  setClock(device: string, aheadMs: number): Promise<void> {
    return this.#order('/clocks', { device, aheadMs });
  }

  /** What is to become of exports from now on; `{}` puts all of it right again. */
  disturbExports(device: string, habits: Partial<ExportHabits>): Promise<void> {
    return this.#order('/export-habits', { device, ...habits });
  }

  clock(): Promise<SiteClock> {
    return this.#read('/clock');
  }

  disturb(order: DisturbOrder): Promise<void> {
    return this.#order('/command-faults', order);
  }

  /** Takes back what has befallen no command yet. */
  callOff(device: string): Promise<void> {
    return this.#order('/command-faults', { device, kind: 'none' });
  }

  /** @param input as the device's own commands number it */
  setInput(device: string, input: string, on: boolean, camera = 1): Promise<void> {
    return this.#order('/inputs', { device, camera, input, on });
  }

  sendEvent(event: SiteEvent): Promise<void> {
    return this.#order('/events', event);
  }

  /** Returns at once; {@link eventsSent} tells how far it is. */
  burst(device: string, order: BurstOrder): Promise<void> {
    return this.#order('/event-bursts', { device, ...order });
  }

  /** @param forMs by the clock of the site; 0 with `cut` ends the connections once */
  failEvents(device: string, kind: EventFaultKind, forMs: number): Promise<void> {
    return this.#order('/event-faults', { device, kind, forMs });
  }

  endEventFault(device: string): Promise<void> {
    return this.#order('/event-faults', { device, kind: 'none' });
  }

  async eventsSent(device: string): Promise<SentEvents> {
    const path = `/events-sent?device=${encodeURIComponent(device)}`;
    const told = await this.#read<Readonly<Record<string, SentEvents>>>(path);
    return told[device] ?? { told: 0, kinds: [], sent: [] };
  }

  async #of<T>(path: string, device: string): Promise<readonly T[]> {
    const named = `device=${encodeURIComponent(device)}`;
    const told = await this.#read<ByDevice<T>>(`${path}${path.includes('?') ? '' : '?'}${named}`);
    return told[device] ?? [];
  }

  async #read<T>(path: string): Promise<T> {
    return (await (await fetch(`${this.#origin}${path}`)).json()) as T;
  }

  async #order(path: string, order: object): Promise<void> {
    const reply = await fetch(`${this.#origin}${path}`, {
      method: 'POST',
      body: JSON.stringify(order),
    });
    if (!reply.ok) throw new TypeError(`${path} ${JSON.stringify(order)}: ${await reply.text()}`);
  }
}
