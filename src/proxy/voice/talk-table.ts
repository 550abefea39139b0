import type { WebSocket } from 'ws';
import type { CameraId, DeviceId } from '../../domain/camera.ts';
import { DeviceError } from '../../domain/device-error.ts';
import { mediaProblem, wrongKind } from '../media/media-problem.ts';
import { closeTalk, Talk } from './talk.ts';
import type { SoundPlace, VoiceDirectory } from './voice-directory.ts';
import type { VoiceVisit } from './voice-visit.ts';

/** Who talks through which camera: one person at a time. */
export class TalkTable {
  readonly #directory: VoiceDirectory;
  readonly #onTalker: (cameraId: CameraId, name: string | null) => void;
  readonly #talks = new Map<CameraId, Talk>();

  constructor(
    directory: VoiceDirectory,
    onTalker: (cameraId: CameraId, name: string | null) => void,
  ) {
    this.#directory = directory;
    this.#onTalker = onTalker;
  }

  talkerOf(cameraId: CameraId): string | null {
    return this.#talks.get(cameraId)?.name ?? null;
  }

  accept(socket: WebSocket, visit: VoiceVisit): void {
    const { cameraId } = visit;
    socket.on('error', () => socket.terminate());
    const place = this.#directory.loudspeakerOf(cameraId);
    const other = this.talkerOf(cameraId);
    const refusal = visit.refusal('control');
    if (refusal !== null) {
      visit.note('voice.talk', { outcome: 'refused' });
      closeTalk(socket, refusal);
    } else if (place === null) {
      closeTalk(socket, wrongKind);
    } else if (other !== null) {
      visit.note('voice.talk', { outcome: 'refused', detail: other });
      closeTalk(socket, { kind: 'spoken-by-other', reason: 'spoken-by-other', detail: other });
    } else {
      this.#begin(socket, place, visit);
    }
  }

  #begin(socket: WebSocket, place: SoundPlace, visit: VoiceVisit): void {
    const { cameraId } = visit;
    const talk: Talk = new Talk(socket, place, visit, () => {
      this.#talks.delete(cameraId);
      this.#onTalker(cameraId, null);
    });
    this.#talks.set(cameraId, talk);
    this.#onTalker(cameraId, talk.name);
  }

  deviceChanged(deviceId: DeviceId): void {
    for (const talk of [...this.#talks.values()]) {
      if (talk.place.deviceId === deviceId) talk.end(stopped());
    }
  }

  stop(): void {
    for (const talk of [...this.#talks.values()]) talk.end(stopped());
  }
}

function stopped() {
  return mediaProblem(new DeviceError('unreachable', 'stopped'));
}
