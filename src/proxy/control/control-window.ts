import type { WebSocket } from 'ws';
import { beatIntervalMs } from '../../api/beat.ts';
import {
  type ControlReport,
  type ControlRequest,
  controlRequestSchema,
} from '../../api/control.ts';
import { DeviceError } from '../../domain/device-error.ts';
import { isStill, type PtzVelocity, sameVelocity, still } from '../../domain/ptz.ts';
import { atLeast } from '../../domain/role.ts';
import { type AuditSignature, signatureOf } from '../access/audit.ts';
import type { Caller } from '../access/caller.ts';
import { problemReply } from '../api/problem-reply.ts';
import type { SocketVisit } from '../api/socket-upgrades.ts';
import { type OutletOwner, SocketOutlet } from '../media/socket-outlet.ts';
import { opaqueId } from '../registry/opaque-id.ts';
import { RequestFault } from '../request-fault.ts';
import type { ControlEvent } from './control-record.ts';
import { MessageBudget } from './message-budget.ts';
import type { MovementEnd } from './movement.ts';
import type { SteeredCamera } from './steered-camera.ts';
import type { SteeringWindow } from './steering-window.ts';

const mostAttended = 256;
/** Far more cameras than a hand reaches for; each is a line of the record. */
const mostRefused = 64;

/** What a window works with. */
export interface WindowDesk {
  /**
   * A camera that this visitor may steer.
   * @throws RequestFault with the reason where they may not
   */
  readonly camera: (visit: SocketVisit, cameraId: string) => SteeredCamera;
  /** Whether the visitor's session is not locked. */
  readonly mayAct: (visit: SocketVisit) => boolean;
  /** Somebody steers: there is a person at the window. */
  readonly used: (visit: SocketVisit) => void;
  readonly gone: (window: ControlWindow) => void;
  /** Something was not let happen. */
  readonly refused: (
    window: ControlWindow,
    cameraId: string,
    what: Pick<ControlEvent, 'operation' | 'failure'>,
  ) => void;
  readonly onFault: (fault: unknown) => void;
  readonly now: () => number;
}

function parseRequest(message: string): ControlRequest | null {
  try {
    const parsed = controlRequestSchema.safeParse(JSON.parse(message));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** One control socket: what is said on it, by whom, and about which cameras it is told. */
export class ControlWindow implements OutletOwner, SteeringWindow {
  readonly windowId = opaqueId();
  readonly name: string;
  /** Whose window it is, whatever token the session has now. */
  readonly sessionId: string;
  readonly #visit: SocketVisit;
  readonly #desk: WindowDesk;
  readonly #outlet: SocketOutlet;
  readonly #budget = new MessageBudget();
  readonly #attended = new Map<string, SteeredCamera>();
  /** Cameras that it has steered, so that they are given back when it goes. */
  readonly #steered = new Map<string, SteeredCamera>();
  /** Cameras that it was refused, so that the record has one line of it. */
  readonly #refused = new Set<string>();
  #velocity: PtzVelocity = still;
  readonly #beat: NodeJS.Timeout;
  readonly #detach: () => void;

  constructor(socket: WebSocket, visit: SocketVisit, desk: WindowDesk) {
    this.#visit = visit;
    this.#desk = desk;
    const caller = visit.caller();
    this.name = caller.kind === 'person' ? caller.person.name : '';
    this.sessionId = caller.kind === 'nobody' ? '' : caller.session.id;
    this.#outlet = new SocketOutlet(socket, this);
    this.#beat = setInterval(() => this.tell({ type: 'beat', nowMs: desk.now() }), beatIntervalMs);
    // The socket may take its time to close; a camera may not.
    this.#detach =
      caller.kind === 'nobody'
        ? () => undefined
        : caller.session.attach(() => this.#giveBack('no-longer-allowed'));
    this.tell({ type: 'hello', windowId: this.windowId });
  }

  /** Who sits at it, by the rights of this moment. */
  get caller(): Caller {
    return this.#visit.caller();
  }

  readonly signature = (): AuditSignature => signatureOf(this.#visit.caller(), this.#visit.address);

  readonly tell = (report: ControlReport): void => {
    this.#outlet.sendText(JSON.stringify(report));
  };

  drained(): void {
    // Reports are small and few; a window that takes none is ended by its outlet.
  }

  text(message: string): void {
    if (!this.#budget.spend()) {
      this.#outlet.closeWith(new RequestFault('too-many-requests').toProblem());
      return;
    }
    const request = parseRequest(message);
    if (request === null) this.#outlet.closeWith(new RequestFault('invalid-input').toProblem());
    else this.#hear(request);
  }

  gone(): void {
    clearInterval(this.#beat);
    this.#detach();
    this.#giveBack('window-closed');
    this.#desk.gone(this);
  }

  /** An action by HTTP counts as steering from this window. */
  steers(camera: SteeredCamera): void {
    this.#steered.set(camera.cameraId, camera);
  }

  finish(): void {
    this.#outlet.finish();
  }

  #hear(request: ControlRequest): void {
    const { cameraId } = request;
    if (request.type === 'leave') {
      this.#attended.get(cameraId)?.leave(this);
      this.#attended.delete(cameraId);
      return;
    }
    // To stop and to give back is nobody's right to refuse.
    const own = this.#steered.get(cameraId);
    if (request.type === 'stop') own?.stop(this);
    else if (request.type === 'release') own?.release(this, 'released');
    else this.#ask(request);
  }

  #ask(request: Exclude<ControlRequest, { type: 'leave' | 'stop' | 'release' }>): void {
    const { cameraId } = request;
    try {
      const camera = this.#desk.camera(this.#visit, cameraId);
      if (request.type === 'attend') this.#attend(camera);
      else if (!this.#desk.mayAct(this.#visit)) throw new RequestFault('confirm-needed');
      else if (request.type === 'move') this.#move(camera, request.velocity);
      else this.#takeOver(camera, request);
    } catch (failure) {
      this.#refuse(request, failure);
    }
  }

  #attend(camera: SteeredCamera): void {
    const { cameraId } = camera;
    if (!this.#attended.has(cameraId) && this.#attended.size >= mostAttended) {
      throw new RequestFault('too-many-requests');
    }
    this.#attended.set(cameraId, camera);
    camera.attend(this);
  }

  #move(camera: SteeredCamera, velocity: PtzVelocity): void {
    if (isStill(velocity)) {
      camera.stop(this);
    } else {
      camera.move(this, velocity);
      this.steers(camera);
      this.#refused.delete(camera.cameraId);
    }
    // A renewal may come from a key that something lies on.
    if (!sameVelocity(velocity, this.#velocity)) this.#desk.used(this.#visit);
    this.#velocity = velocity;
  }

  #takeOver(camera: SteeredCamera, request: ControlRequest): void {
    const caller = this.#visit.caller();
    if (caller.kind !== 'person' || !atLeast(caller.person.role, 'supervisor')) {
      throw new RequestFault('not-allowed');
    }
    this.steers(camera);
    this.#desk.used(this.#visit);
    camera.takeOver(this).catch((failure: unknown) => {
      // Somebody else who may do the same was a moment quicker.
      if (failure instanceof RequestFault) this.#refuse(request, failure);
      else this.#desk.onFault(failure);
    });
  }

  #refuse({ type, cameraId }: ControlRequest, failure: unknown): void {
    if (!(failure instanceof RequestFault || failure instanceof DeviceError)) throw failure;
    const { problem } = problemReply(failure);
    this.tell({ type: 'refused', cameraId, problem });
    if (type === 'move') this.#steered.get(cameraId)?.release(this, 'no-longer-allowed');
    if (type === 'attend' || this.#refused.has(cameraId)) return;
    if (this.#refused.size >= mostRefused) {
      this.#outlet.closeWith(new RequestFault('too-many-requests').toProblem());
      return;
    }
    this.#refused.add(cameraId);
    const operation = type === 'move' ? 'ptz.move' : 'ptz.take-over';
    this.#desk.refused(this, cameraId, { operation, failure });
  }

  #giveBack(ended: MovementEnd): void {
    for (const camera of this.#attended.values()) camera.leave(this);
    this.#attended.clear();
    for (const camera of this.#steered.values()) camera.gone(this, ended);
    this.#steered.clear();
  }
}
