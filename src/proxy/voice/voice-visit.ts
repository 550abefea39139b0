import type { Problem } from '../../api/problem.ts';
import type { CameraId } from '../../domain/camera.ts';
import type { Verb } from '../../domain/role.ts';
import type { AccessEvent, AccessRecord } from '../access/access-record.ts';
import { authorize, type CameraStanding } from '../access/authorize.ts';
import type { Caller } from '../access/caller.ts';
import type { Gate } from '../access/gate.ts';
import { unknownStream } from '../media/media-problem.ts';

export interface VoiceVisitParts {
  /** By the rights of this moment. */
  readonly caller: () => Caller;
  readonly address: string;
  readonly camera: (cameraId: CameraId) => (CameraStanding & { readonly name: string }) | null;
  readonly gate: Pick<Gate, 'isLocked'>;
  readonly record: AccessRecord;
}

const notAllowed: Problem = { kind: 'not-allowed', reason: 'not-allowed' };
const locked: Problem = { kind: 'confirm-needed', reason: 'confirm-needed' };

type Outcome = Pick<AccessEvent, 'outcome' | 'detail' | 'parameters'>;

/** One person at one camera: what they may, and the record of what they did. */
export class VoiceVisit {
  readonly cameraId: CameraId;
  readonly #parts: VoiceVisitParts;
  /** As it was when the socket was opened: at its end the caller may be nobody any more. */
  readonly #first: Caller;

  constructor(cameraId: CameraId, parts: VoiceVisitParts) {
    this.cameraId = cameraId;
    this.#parts = parts;
    this.#first = parts.caller();
  }

  get name(): string {
    return this.#first.kind === 'person' ? this.#first.person.name : '';
  }

  /**
   * Why not; null where they may. Where nobody has been at the keyboard for long, only looking and
   * listening go on.
   */
  refusal(verb: Extract<Verb, 'view' | 'control'>): Problem | null {
    const camera = this.#parts.camera(this.cameraId);
    const caller = this.#parts.caller();
    // A camera that somebody may not see is as good as none.
    if (camera === null || !authorize(caller, 'view', camera)) return unknownStream;
    if (!authorize(caller, verb, camera)) return notAllowed;
    return verb === 'control' && this.#parts.gate.isLocked(caller) ? locked : null;
  }

  note(operation: 'voice.listen' | 'voice.talk', outcome: Outcome): void {
    const camera = this.#parts.camera(this.cameraId);
    this.#parts.record({
      caller: this.#first,
      address: this.#parts.address,
      operation,
      ...(camera && { object: { kind: 'camera', id: camera.id, name: camera.name } }),
      ...outcome,
    });
  }
}
