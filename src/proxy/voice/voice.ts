import type { WebSocket } from 'ws';
import type { DeviceId } from '../../domain/camera.ts';
import { ListeningTable } from './listening-table.ts';
import { TalkTable } from './talk-table.ts';
import type { VoiceDirectory } from './voice-directory.ts';
import type { VoiceVisit } from './voice-visit.ts';

/** Listening to cameras, and talking through them. */
export class Voice {
  readonly #listening: ListeningTable;
  readonly #talks: TalkTable;

  constructor(directory: VoiceDirectory) {
    this.#talks = new TalkTable(directory, (cameraId, name) =>
      this.#listening.tellTalker(cameraId, name),
    );
    const talkerOf = (cameraId: string) => this.#talks.talkerOf(cameraId);
    this.#listening = new ListeningTable({ directory, talkerOf });
  }

  /** Cameras that are being listened to, each over one connection. */
  get upstreams(): number {
    return this.#listening.relays;
  }

  /** `/ws/audio`: what a camera hears, as binary messages, and notices as text. */
  acceptAudioSocket(socket: WebSocket, visit: VoiceVisit): void {
    this.#listening.accept(socket, visit);
  }

  /** `/ws/talk`: open for as long as somebody talks. */
  acceptTalkSocket(socket: WebSocket, visit: VoiceVisit): void {
    this.#talks.accept(socket, visit);
  }

  /** Address or password changed, or the device was removed: what runs ends. */
  deviceChanged(deviceId: DeviceId): void {
    this.#listening.deviceChanged(deviceId);
    this.#talks.deviceChanged(deviceId);
  }

  stop(): void {
    this.#talks.stop();
    this.#listening.stop();
  }
}
