import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PlacementSource } from './placement.ts';

export interface Drag {
  readonly source: PlacementSource;
  readonly label: string;
  readonly over: number | null;
  readonly copy: boolean;
  /** Where the pointer is, in pixels of the window. */
  readonly x: number;
  readonly y: number;
}

export interface Lent {
  readonly tile: number;
  readonly cameraId: string;
}

/** What a person is doing on one wall. Tiles count from 0 here and from 1 on screen. */
export interface WallState {
  readonly selected: number;
  /** A tile that the keyboard carries, and where it would be dropped. */
  readonly lifted: { readonly origin: number; readonly at: number } | null;
  readonly drag: Drag | null;
  /** The camera number that is being typed. */
  readonly typed: string;
  /** A tile that fills the wall. */
  readonly solo: number | null;
  /** A tile that shows the camera of an alarm for a while, whatever the view has there. */
  readonly lent: Lent | null;
  readonly panel: 'none' | 'tree' | 'keys';
}

export type WallStore = StoreApi<WallState>;

export function createWallStore(selected: number): WallStore {
  return createStore<WallState>(() => ({
    selected,
    lifted: null,
    drag: null,
    typed: '',
    solo: null,
    lent: null,
    panel: 'none',
  }));
}
