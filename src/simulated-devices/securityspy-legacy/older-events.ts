import { EventDesk } from '../events/event-desk.ts';
import { type EventKinds, type EventOrder, textField } from '../events/event-order.ts';
import type { OlderCamera } from './older-camera.ts';
import type { OlderServerState } from './older-exchange.ts';

/** Sets the one mode of a camera, and tells those who listen where it is another. */
export function setActive({ events }: OlderServerState, camera: OlderCamera, on: boolean): void {
  if (camera.active === on) return;
  camera.active = on;
  events.emit(camera.number, on ? 'ACTIVE' : 'PASSIVE');
}

/** Tells that a camera was lost or is there again. */
export function tellOnline({ events }: OlderServerState, { number, online }: OlderCamera): void {
  events.emit(number, online ? 'ONLINE' : 'OFFLINE');
}

/**
 * Events of a server of that age. Its document has `++camerastatus` and no stream; the words are
 * those of clients of the time.
 */
export function olderEvents(state: OlderServerState): EventDesk {
  const { events, cameras, now } = state;
  const ofCamera =
    (tell: (camera: OlderCamera, order: EventOrder) => void) =>
    (order: EventOrder): number | null => {
      const camera = cameras[order.channel ?? 0];
      if (camera === undefined) return null;
      tell(camera, order);
      return events.listeners;
    };
  const setOnline = (on: boolean) =>
    ofCamera((camera) => {
      camera.setFault(on ? 'none' : 'offline');
      tellOnline(state, camera);
    });
  const kinds: EventKinds = {
    arm: ofCamera((camera) => setActive(state, camera, true)),
    disarm: ofCamera((camera) => setActive(state, camera, false)),
    /** Bare, and with no end of its own. */
    motion: ofCamera(({ number }) => events.emit(number, 'MOTION')),
    file: ofCamera(({ number, site }, { fields }) => {
      const { folder, name } = state.footage.record(number);
      const path = `/Cameras/${site.name}/${folder}/${name}`;
      events.emit(number, 'FILE', textField(fields, 'path', path));
    }),
    'config-change': ofCamera(({ number }) => events.emit(number, 'CONFIGCHANGE')),
    offline: setOnline(false),
    online: setOnline(true),
  };
  return new EventDesk({ now, kinds, burstKind: 'motion', faults: state.eventFaults });
}
