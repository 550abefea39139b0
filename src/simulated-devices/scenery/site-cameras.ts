import { otherView } from './other-view.ts';
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
  {
    number: 21,
    name: 'Reception',
    scene: otherView(lobby, {
      lens: { position: [3.6, 2.7, 0.6], yaw: -0.34, pitch: 0.1, focal: 1.15 },
      aheadSeconds: 23,
    }),
  },
  {
    number: 22,
    name: 'Aisle 2',
    scene: otherView(warehouse, {
      lens: { position: [1.2, 2.6, 3], yaw: -0.3, pitch: 0.08, focal: 1.1 },
      aheadSeconds: 17,
    }),
  },
  {
    number: 23,
    name: 'Ward 2',
    scene: otherView(corridor, {
      lens: { position: [-1.2, 2.2, 5], yaw: 0.12, pitch: 0.03, focal: 1.3 },
      air: { ambient: [0.42, 0.46, 0.6], sunlight: [0.2, 0.2, 0.24] },
      aheadSeconds: 31,
    }),
  },
  {
    number: 24,
    name: 'Roof plant',
    scene: otherView(roof, {
      lens: { position: [-4, 3.2, -1], yaw: 0.36, pitch: 0.04, focal: 1.15 },
      aheadSeconds: 11,
    }),
  },
  {
    number: 25,
    name: 'Rack row 2',
    scene: otherView(serverRoom, {
      lens: { position: [-0.7, 1.9, 2], yaw: 0.16, pitch: 0.02, focal: 1.2 },
      air: { ambient: [0.74, 0.66, 0.5], sunlight: [0.4, 0.34, 0.24] },
      aheadSeconds: 41,
    }),
  },
  {
    number: 26,
    name: 'Upper stairs',
    scene: otherView(stairwell, {
      lens: { position: [0.2, 2.4, -0.2], yaw: 0.12, pitch: 0.02, focal: 1.2 },
      aheadSeconds: 29,
    }),
  },
];

/** The three of the server of the generation before it. */
export const olderServerCameras: readonly SiteCamera[] = [
  {
    number: 31,
    name: 'Counter',
    scene: otherView(canteen, {
      lens: { position: [3.2, 2.6, 1], yaw: -0.4, pitch: 0.12, focal: 1.15 },
      aheadSeconds: 19,
    }),
  },
  {
    number: 32,
    name: 'Work bench',
    scene: otherView(workshop, {
      lens: { position: [2.6, 2.8, 0.6], yaw: -0.3, pitch: 0.12, focal: 1.2 },
      aheadSeconds: 37,
    }),
  },
  {
    number: 33,
    name: 'Dock 2',
    scene: otherView(loadingDock, {
      lens: { position: [4, 3.6, -4], yaw: -0.26, pitch: 0.1, focal: 1.1 },
      air: { ambient: [0.3, 0.34, 0.5], sunlight: [0.3, 0.3, 0.36] },
      aheadSeconds: 13,
    }),
  },
];

/** The two that speak the IP Camera Standard: one that turns, one with inputs and faces. */
export const standardCameras: readonly SiteCamera[] = [
  {
    number: 41,
    name: 'Tower',
    scene: otherView(carPark, {
      lens: { position: [7, 11, -12], yaw: -0.4, pitch: 0.34, focal: 1.1 },
      air: { ambient: [0.6, 0.62, 0.66], sunlight: [0.5, 0.46, 0.38] },
      aheadSeconds: 27,
    }),
  },
  {
    number: 42,
    name: 'Barrier',
    scene: otherView(gate, {
      lens: { position: [-2.6, 2.6, 2], yaw: 0.22, pitch: 0.04, focal: 1.2 },
      aheadSeconds: 33,
    }),
  },
];
