import type { WebSocket } from 'ws';
import type { CameraId, DeviceId } from '../../domain/camera.ts';
import { DeviceError } from '../../domain/device-error.ts';
import { wrongKind } from '../media/media-problem.ts';
import { SoundListener } from './sound-listener.ts';
import { SoundRelay } from './sound-relay.ts';
import type { VoiceDirectory } from './voice-directory.ts';
import type { VoiceVisit } from './voice-visit.ts';

export interface ListeningParts {
  readonly directory: VoiceDirectory;
  /** Who talks through a camera now. */
  readonly talkerOf: (cameraId: CameraId) => string | null;
}

/** The cameras that somebody listens to. A camera is let go of with its last listener. */
export class ListeningTable {
  readonly #parts: ListeningParts;
  readonly #relays = new Map<CameraId, SoundRelay>();
  readonly #listeners = new Set<SoundListener>();

  constructor(parts: ListeningParts) {
    this.#parts = parts;
  }

  get relays(): number {
    return this.#relays.size;
  }

  accept(socket: WebSocket, visit: VoiceVisit): void {
    const { cameraId } = visit;
    let relay: SoundRelay | null = null;
    let heard: (() => void) | undefined;
    const listener = new SoundListener(socket, () => {
      this.#listeners.delete(listener);
      heard?.();
      if (relay !== null) this.#left(relay, listener);
    });
    this.#listeners.add(listener);
    const place = this.#parts.directory.microphoneOf(cameraId);
    const refusal = visit.refusal('view');
    if (refusal !== null) {
      visit.note('voice.listen', { outcome: 'refused' });
      listener.fail(refusal);
    } else if (place === null) {
      listener.fail(wrongKind);
    } else {
      heard = this.#heard(visit);
      relay = this.#relays.get(cameraId) ?? this.#open(cameraId, place);
      relay.listeners.add(listener);
      listener.tell({ type: 'talker', name: this.#parts.talkerOf(cameraId) });
    }
  }

  /** Tells whoever listens to a camera who talks through it. */
  tellTalker(cameraId: CameraId, name: string | null): void {
    const relay = this.#relays.get(cameraId);
    for (const listener of relay?.listeners ?? []) listener.tell({ type: 'talker', name });
  }

  deviceChanged(deviceId: DeviceId): void {
    for (const relay of [...this.#relays.values()]) {
      if (relay.place.deviceId === deviceId) relay.end(stopped());
    }
  }

  stop(): void {
    for (const listener of [...this.#listeners]) listener.finish();
    for (const relay of [...this.#relays.values()]) relay.end(stopped());
  }

  #open(cameraId: CameraId, place: SoundRelay['place']): SoundRelay {
    const relay: SoundRelay = new SoundRelay(place, () => {
      if (this.#relays.get(cameraId) === relay) this.#relays.delete(cameraId);
    });
    this.#relays.set(cameraId, relay);
    return relay;
  }

  #left(relay: SoundRelay, listener: SoundListener): void {
    relay.listeners.delete(listener);
    if (relay.listeners.size === 0) relay.end(stopped());
  }

  #heard(visit: VoiceVisit): () => void {
    const sinceMs = performance.now();
    return () => {
      const seconds = String(Math.round((performance.now() - sinceMs) / 1000));
      visit.note('voice.listen', { outcome: 'done', parameters: { seconds } });
    };
  }
}

function stopped(): DeviceError {
  return new DeviceError('unreachable', 'stopped');
}
