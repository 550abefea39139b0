import type { WebSocket } from 'ws';
import type { CameraId, DeviceId } from '../../domain/camera.ts';
import { DeviceError } from '../../domain/device-error.ts';
import { mediaProblem, unknownStream, wrongKind } from '../media/media-problem.ts';
import { closeTalk, Talk } from './talk.ts';
import type { VoiceDirectory } from './voice-directory.ts';
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
    if (!visit.may('control')) {
      visit.note('voice.talk', { outcome: 'refused' });
      return closeTalk(socket, unknownStream);
    }
    const place = this.#directory.loudspeakerOf(cameraId);
    if (place === null) return closeTalk(socket, wrongKind);
    const other = this.#talks.get(cameraId);
    if (other !== undefined) {
      visit.note('voice.talk', { outcome: 'refused', detail: other.name });
      const fault = 'spoken-by-other';
      return closeTalk(socket, { kind: fault, reason: fault, detail: other.name });
    }
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
