import type { Arming, ArmingChange } from '../../domain/arming.ts';
import {
  noCapabilities,
  type PictureSettings,
  type PictureSettingsChange,
} from '../../domain/camera.ts';
import type { Input, Output } from '../../domain/ports.ts';
import type { Preset } from '../../domain/preset.ts';
import { protocolById } from '../../protocols/catalogue.ts';
import type { Operations, Protocol } from '../../protocols/protocol.ts';
import type { ProxyParts } from '../api/proxy-parts.ts';
import { realEnvironment } from '../environment.ts';
import { AddressPolicy } from '../link/address-policy.ts';
import { DeviceConnection } from '../link/device-connection.ts';
import { ActiveDevice } from '../registry/active-device.ts';
import { opaqueId } from '../registry/opaque-id.ts';
import { Sealer } from '../registry/sealer.ts';

/** A device of a test with two cameras, which does what it is told, unless it is to refuse. */
export class ObedientDevice {
  readonly cameraIds = [opaqueId(), opaqueId()] as const;
  /** What it was told to change, as JSON. */
  readonly told: string[] = [];
  /** How often it was asked for its inputs. */
  inputReads = 0;
  /** Thrown at whoever asks it anything. */
  refusal: Error | undefined;
  /** Thrown at whoever changes anything. */
  changeRefusal: Error | undefined;
  /** Says that it did what it was told, and does nothing. */
  lazy = false;
  outputs: Output[] = [{ id: 'relay-r1', kind: 'relay', name: 'Door', state: 'off' }];
  inputs: Input[] = [{ id: 'input-1', name: 'Window', state: 'off' }];
  picture: PictureSettings = { brightness: { value: 128, maximum: 255 }, mode: '50hz' };
  presets: Preset[] = [{ id: 'p3', number: 3, name: 'Gate' }];
  arming: Arming = {
    modes: [{ mode: 'motion', armed: false, scheduleId: '0', overrideId: '0' }],
    schedules: [
      { id: '0', name: 'Never' },
      { id: '1', name: 'Always' },
    ],
    overrides: [{ id: '0', name: 'None' }],
    presets: [{ id: '7', name: 'Night' }],
    switches: [{ id: 'tamper', name: '', what: 'tampering', on: false }],
  };

  readonly #operations: Operations = {
    listOutputs: async () => this.#answer(this.outputs),
    switchOutput: async (_link, channel, id, on) => {
      this.#tell({ channel, id, on });
      const state = on ? 'on' : 'off';
      this.#do(() => {
        this.outputs = this.outputs.map((one) => (one.id === id ? { ...one, state } : one));
      });
    },
    readInputs: async () => {
      this.inputReads += 1;
      return this.#answer(this.inputs);
    },
    readArming: async () => this.#answer(this.arming),
    changeArming: async (_link, channel, change) => {
      this.#tell({ channel, ...change });
      this.#do(() => this.#arm(change));
    },
    readPictureSettings: async () => this.#answer(this.picture),
    changePictureSettings: async (_link, channel, change) => {
      this.#tell({ channel, ...change });
      this.#do(() => this.#adjust(change));
    },
    listPresets: async () => this.#answer(this.presets),
    pushPlate: async (_link, report) => this.#tell(report),
    pushCall: async (_link, report) => this.#tell(report),
    markEvent: async (_link, channel, mark) => {
      this.#tell({ channel, ...mark });
      return { eventId: '12', videoTargets: mark.backup ? ['/event-storage/e/ch1.mp4'] : [] };
    },
    triggerMotion: async (_link, channel) => this.#tell({ channel }),
  };

  /** Adds it to the devices of a proxy, or to what a probe has found and nobody saved. */
  async register(
    { registry, drafts, now }: ProxyParts,
    as: 'device' | 'draft' = 'device',
  ): Promise<void> {
    const id = opaqueId();
    const row = {
      ...{ id, name: 'Obedient', protocolId: 'plain-stream', entryTarget: '/', username: '' },
      // Nobody listens there: its operations ask nobody.
      origin: 'http://127.0.0.1:9',
    };
    const protocol = {
      ...(protocolById('plain-stream') as Protocol),
      operations: this.#operations,
    };
    const description = { capabilities: noCapabilities, streams: [] };
    const cameras = this.cameraIds.map((cameraId, index) => ({
      row: {
        ...{ id: cameraId, deviceId: id, channel: `${index + 1}`, name: `Camera ${index + 1}` },
        ...{ number: 0, enabled: true, description },
      },
      state: 'connected' as const,
      stateSinceMs: 0,
    }));
    const device = new ActiveDevice(
      { row, sealedPassword: undefined, cameras, protocol },
      {
        sealer: new Sealer(new Uint8Array(32), []),
        connect: (target) => new DeviceConnection(target, realEnvironment),
        addresses: new AddressPolicy({ allowLoopback: true, ranges: [] }),
        nowMs: now(),
      },
    );
    if (as === 'draft') drafts.add(device);
    else await registry.add(device, { name: row.name, cameras: [] });
  }

  #answer<T>(value: T): T {
    if (this.refusal) throw this.refusal;
    return value;
  }

  #tell(order: object): void {
    if (this.changeRefusal) throw this.changeRefusal;
    this.told.push(JSON.stringify(order));
  }

  #do(what: () => void): void {
    if (!this.lazy) what();
  }

  #arm(change: ArmingChange): void {
    if (change.kind !== 'mode') return;
    const { mode, armed } = change;
    const modes = this.arming.modes.map((one) => (one.mode === mode ? { ...one, armed } : one));
    this.arming = { ...this.arming, modes };
  }

  #adjust({ brightness }: PictureSettingsChange): void {
    if (brightness === undefined) return;
    this.picture = { ...this.picture, brightness: { value: brightness, maximum: 255 } };
  }
}
