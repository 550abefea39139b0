import type { WebSocket } from 'ws';
import type { CameraId, DeviceId } from '../../domain/camera.ts';
import { DeviceError } from '../../domain/device-error.ts';
import type { PtzVelocity } from '../../domain/ptz.ts';
import type { DeviceLink, Operations } from '../../protocols/protocol.ts';
import { type Audit, type AuditSignature, signatureOf } from '../access/audit.ts';
import { authorize } from '../access/authorize.ts';
import type { Caller } from '../access/caller.ts';
import type { Gate } from '../access/gate.ts';
import type { Sessions } from '../access/sessions.ts';
import type { SocketVisit } from '../api/socket-upgrades.ts';
import type { CameraDirectory, FoundCamera } from '../registry/camera-directory.ts';
import { deviceErrorOf } from '../registry/device-error-of.ts';
import type { DeviceMoment, DeviceRegistry } from '../registry/device-registry.ts';
import { RequestFault } from '../request-fault.ts';
import type { ControlStore } from '../store/control-store.ts';
import { type CameraRoad, motionRoadTo, roadTo } from './camera-road.ts';
import { bySystem, type ControlEvent, recordControl } from './control-record.ts';
import { ControlWindow, type WindowDesk } from './control-window.ts';
import { MovingCameras } from './moving-cameras.ts';
import { PresetPictures } from './preset-pictures.ts';
import { SteeredCamera } from './steered-camera.ts';
import { wasNotTaken } from './was-not-taken.ts';

export interface ControlParts {
  readonly directory: CameraDirectory;
  readonly registry: Pick<DeviceRegistry, 'listen'>;
  readonly store: ControlStore;
  readonly audit: Audit;
  readonly gate: Pick<Gate, 'isLocked'>;
  readonly sessions: Pick<Sessions, 'use'>;
  readonly now: () => number;
  /** A JPEG of now. */
  readonly snapshot: (cameraId: CameraId) => Promise<{ readonly bytes: Uint8Array }>;
  readonly onFault: (fault: unknown) => void;
}

/** Who has a camera do something by HTTP, and in which window. */
export interface ActingFrom {
  readonly caller: Caller;
  readonly address: string;
  readonly cameraId: CameraId;
  readonly windowId: string;
}

/** What is asked of a device. */
type Command<Result> = (
  operations: Operations,
  link: DeviceLink,
  channel: string,
) => Promise<Result>;

/** Every camera that somebody steers or watches being steered, and every window that does. */
export class ControlDesk {
  readonly #parts: ControlParts;
  readonly #moving: MovingCameras;
  readonly #cameras = new Map<CameraId, { device: DeviceId; steered: SteeredCamera }>();
  /** By camera, the tour that was started last and not stopped since. */
  readonly startedTours = new Map<CameraId, string>();
  readonly pictures: PresetPictures;
  readonly #windows = new Map<string, ControlWindow>();
  readonly #windowDesk: WindowDesk;
  readonly #stopListening: () => void;
  #isStopped = false;

  constructor(parts: ControlParts) {
    this.#parts = parts;
    this.pictures = new PresetPictures(parts);
    this.#moving = new MovingCameras(parts.store, parts.onFault);
    this.#windowDesk = {
      camera: (visit, cameraId) => this.#seen(visit.caller(), cameraId),
      mayAct: ({ caller }) => !parts.gate.isLocked(caller()),
      used: ({ caller }) => this.#use(caller()),
      gone: (window) => this.#windows.delete(window.windowId),
      refused: (window, cameraId, what) => this.note(window.signature(), cameraId, what),
      onFault: parts.onFault,
      now: parts.now,
    };
    this.#stopListening = parts.registry.listen((deviceId, moment) =>
      this.#deviceChanged(deviceId, moment),
    );
  }

  /** `/ws/control`, as `api/control.ts` describes it. */
  acceptSocket(socket: WebSocket, visit: SocketVisit): void {
    const window = new ControlWindow(socket, visit, this.#windowDesk);
    this.#windows.set(window.windowId, window);
  }

  /**
   * The window in which somebody acts by HTTP, and the camera that it acts on.
   * @throws RequestFault where it is no open window of the same session, or there is no such camera
   */
  #steeredFrom(
    windowId: string,
    caller: Caller,
    cameraId: CameraId,
  ): { window: ControlWindow; camera: SteeredCamera } {
    const window = this.#windows.get(windowId);
    const sessionId = caller.kind === 'nobody' ? undefined : caller.session.id;
    if (!window || window.sessionId !== sessionId) {
      throw new RequestFault('invalid-input', 'windowId');
    }
    // Of now: a request may have been on its way for longer than the right to it lasted.
    const camera = this.#seen(window.caller, cameraId);
    window.steers(camera);
    return { window, camera };
  }

  /**
   * Has a camera do something from a window, which steers it from then on.
   * @param halfDone what the camera may go on doing where the device has not taken all of it
   * @throws RequestFault where it may not, or somebody else steers
   */
  async act<Result>(
    { caller, cameraId, windowId }: ActingFrom,
    event: Pick<ControlEvent, 'operation' | 'parameters'>,
    run: Command<Result>,
    halfDone?: PtzVelocity,
  ): Promise<Result> {
    const { window, camera } = this.#steeredFrom(windowId, caller, cameraId);
    const by = window.signature();
    return this.#noted(by, cameraId, event, () =>
      camera.act(window, async (signal) => {
        const { operations, channel, link } = this.road(cameraId);
        let calls = 0;
        const onCall = () => {
          calls += 1;
        };
        try {
          return await run(operations, link({ signal, onCall }), channel);
        } catch (failure) {
          const isUndone = calls === 0 || (calls === 1 && wasNotTaken(deviceErrorOf(failure)));
          if (halfDone && !isUndone) camera.motion.stopAll([halfDone]);
          throw failure;
        }
      }),
    );
  }

  /** Changes what a camera remembers; it does not move. */
  async run<Result>(
    { caller, address, cameraId }: Omit<ActingFrom, 'windowId'>,
    event: Pick<ControlEvent, 'operation' | 'parameters'>,
    run: Command<Result>,
  ): Promise<Result> {
    const { operations, channel, link } = this.road(cameraId);
    const by = signatureOf(caller, address);
    return this.#noted(by, cameraId, event, () => run(operations, link(), channel));
  }

  /** Name of whoever steers a camera now; null where nobody does. */
  steererOf(cameraId: CameraId): string | null {
    return this.#cameras.get(cameraId)?.steered.holder?.name ?? null;
  }

  /** @throws RequestFault where there is no such camera */
  road(cameraId: CameraId): CameraRoad {
    const found = this.#parts.directory.camera(cameraId);
    if (!found) throw new RequestFault('not-found');
    return roadTo(found);
  }

  async #noted<Result>(
    by: AuditSignature,
    cameraId: CameraId,
    event: Pick<ControlEvent, 'operation' | 'parameters'>,
    run: () => Promise<Result>,
  ): Promise<Result> {
    try {
      const result = await run();
      this.note(by, cameraId, event);
      return result;
    } catch (failure) {
      this.note(by, cameraId, { ...event, failure });
      throw failure;
    }
  }

  note(
    by: AuditSignature,
    cameraId: CameraId,
    event: Omit<ControlEvent, 'cameraId' | 'cameraName'>,
  ): void {
    const cameraName = this.#parts.directory.standing(cameraId)?.name ?? '';
    recordControl(this.#parts.audit, by, { cameraId, cameraName, ...event });
  }

  /**
   * Stops what was moving when a proxy before this one ended without a word. What cannot be reached
   * stays written down.
   */
  async recover(): Promise<void> {
    for (const { cameraId, velocities } of await this.#parts.store.readMovements()) {
      const found = this.#parts.directory.camera(cameraId);
      const known = this.#cameras.get(cameraId)?.steered.motion;
      if (!found?.device.connection || known?.isAtRest === false) continue;
      this.note(bySystem, cameraId, { operation: 'ptz.recover' });
      this.#steered(found).motion.stopAll(velocities);
    }
  }

  /** Stops all that moves, each for a moment at most; what cannot be stopped stays written down. */
  async stop(): Promise<void> {
    this.#stopListening();
    this.#isStopped = true;
    const all = [...this.#cameras.values()].map(({ steered }) => steered);
    await Promise.all(all.map((steered) => steered.retire('proxy-stopped')));
    for (const steered of all) steered.end();
    this.#cameras.clear();
    for (const window of [...this.#windows.values()]) window.finish();
    await this.#moving.flush();
  }

  #use(caller: Caller): void {
    if (caller.kind !== 'nobody') this.#parts.sessions.use(caller.session, true);
  }

  /** Whose session is locked still sees who steers. */
  #seen(caller: Caller, cameraId: CameraId): SteeredCamera {
    const { directory } = this.#parts;
    if (this.#isStopped) throw new DeviceError('unreachable', 'stopped');
    if (!authorize(caller, 'control')) throw new RequestFault('not-allowed');
    const standing = directory.standing(cameraId);
    const found = directory.camera(cameraId);
    // Nothing moves that nobody has saved yet.
    const isTheirs = standing && !standing.isDraft && authorize(caller, 'control', standing);
    if (!found || !isTheirs) throw new RequestFault('not-found');
    return this.#steered(found);
  }

  #steered(found: FoundCamera): SteeredCamera {
    const { id: cameraId } = found.camera.row;
    const known = this.#cameras.get(cameraId);
    if (known) return known.steered;
    const { directory, audit } = this.#parts;
    let { name } = found.camera.row;
    const steered = new SteeredCamera({
      cameraId,
      road: motionRoadTo(found),
      audit,
      name: () => {
        name = directory.standing(cameraId)?.name ?? name;
        return name;
      },
      possible: (velocities) => this.#moving.keep(cameraId, velocities),
      idle: () => this.#forget(cameraId, steered),
    });
    this.#cameras.set(cameraId, { device: found.device.id, steered });
    return steered;
  }

  #forget(cameraId: CameraId, steered: SteeredCamera): void {
    if (this.#cameras.get(cameraId)?.steered !== steered) return;
    this.#cameras.delete(cameraId);
    steered.end();
  }

  /** @returns once its cameras stand, or cannot be made to: the old connection is closed after that */
  async #deviceChanged(deviceId: DeviceId, moment: DeviceMoment): Promise<void> {
    const own = [...this.#cameras.values()].filter(({ device }) => device === deviceId);
    await Promise.all(
      own.map(async ({ steered }) => {
        const found = this.#parts.directory.camera(steered.cameraId);
        if (!found) {
          await steered.retire('camera-removed');
          this.#forget(steered.cameraId, steered);
        } else if (moment === 'changed') {
          await steered.goBy(motionRoadTo(found));
        }
      }),
    );
    for (const cameraId of this.startedTours.keys()) {
      if (!this.#parts.directory.camera(cameraId)) this.startedTours.delete(cameraId);
    }
    // A camera that was left moving may be in reach now.
    if (!this.#isStopped && moment !== 'removed') await this.recover().catch(this.#parts.onFault);
  }
}
