import type { SiteCamera } from './scene.ts';
import { canteen } from './scenes/canteen.ts';
import { carPark } from './scenes/car-park.ts';
import { corridor } from './scenes/corridor.ts';
import { gate } from './scenes/gate.ts';
import { loadingDock } from './scenes/loading-dock.ts';
import { lobby } from './scenes/lobby.ts';
import { roof } from './scenes/roof.ts';
import { serverRoom } from './scenes/server-room.ts';
import { stairwell } from './scenes/stairwell.ts';
import { warehouse } from './scenes/warehouse.ts';
import { workshop } from './scenes/workshop.ts';
import { yard } from './scenes/yard.ts';

/** The recorder's eight channels, in order. */
export const recorderCameras: readonly SiteCamera[] = [
  { number: 1, name: 'Main gate', scene: gate },
  { number: 2, name: 'Lobby', scene: lobby },
  { number: 3, name: 'Warehouse', scene: warehouse },
  { number: 4, name: 'Car park', scene: carPark },
  { number: 5, name: 'Loading dock', scene: loadingDock },
  { number: 6, name: 'Stairwell', scene: stairwell },
  { number: 7, name: 'Corridor', scene: corridor },
  { number: 8, name: 'Server room', scene: serverRoom },
];

/** The cameras that stand on their own. */
export const networkCameras: readonly SiteCamera[] = [
  { number: 11, name: 'Roof', scene: roof },
  { number: 12, name: 'Workshop', scene: workshop },
  { number: 13, name: 'Canteen', scene: canteen },
  { number: 14, name: 'Yard', scene: yard },
];

/** The six cameras of the video server, whose own numbers count from 0. */
export const videoServerCameras: readonly SiteCamera[] = [
  { number: 21, name: 'Reception', scene: lobby },
  { number: 22, name: 'Parcel room', scene: warehouse },
  { number: 23, name: 'Bike store', scene: corridor },
  { number: 24, name: 'Terrace', scene: roof },
  { number: 25, name: 'Boiler room', scene: serverRoom },
  { number: 26, name: 'Archive', scene: stairwell },
];

/** The three of the server of the generation before it. */
export const olderServerCameras: readonly SiteCamera[] = [
  { number: 31, name: 'Shop', scene: canteen },
  { number: 32, name: 'Till', scene: lobby },
  { number: 33, name: 'Cellar', scene: workshop },
];

/** The two that speak the IP Camera Standard: one that turns, one with inputs and faces. */
export const standardCameras: readonly SiteCamera[] = [
  { number: 41, name: 'Tower', scene: yard },
  { number: 42, name: 'Turnstile', scene: gate },
];
