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
