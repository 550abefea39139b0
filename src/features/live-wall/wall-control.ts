import type { CameraView } from '../../api/camera.ts';
import { type Direction, neighbour, tileCount } from '../../domain/layout-grid.ts';
import type { AlarmPolicy, View, ViewCell, WallLayout } from '../../domain/view.ts';
import {
  adjustTile,
  type Cells,
  clearTile,
  firstEmpty,
  type Placement,
  type PlacementSource,
  place,
} from './placement.ts';
import { contentOf, type ViewEdits } from './view-edits.ts';
import { createWallStore, type WallStore } from './wall-store.ts';

export interface WallWorld {
  readonly viewId: string;
  readonly edits: ViewEdits;
  readonly cameras: () => readonly CameraView[];
  readonly openCamera: (cameraId: string) => void;
  readonly takeSnapshot: (camera: CameraView) => void;
}

/** Everything that can be done to one wall; pointer, keyboard and menus all end up here. */
export class WallControl {
  readonly world: WallWorld;
  readonly store: WallStore;
  /** Whether the person has moved or changed anything yet. */
  moved = false;

  constructor(world: WallWorld, selected: number) {
    this.world = world;
    this.store = createWallStore(selected);
  }

  view(): View | undefined {
    return this.world.edits.view(this.world.viewId);
  }

  cameraIn(tile: number): CameraView | undefined {
    const { lent } = this.store.getState();
    const cameraId = lent?.tile === tile ? lent.cameraId : this.view()?.cells[tile]?.cameraId;
    return this.world.cameras().find((camera) => camera.id === cameraId);
  }

  select(tile: number): void {
    if (this.store.getState().selected !== tile) this.store.setState({ selected: tile });
  }

  /** Moves the selection, or the tile that is carried. */
  step(direction: Direction): void {
    const view = this.view();
    if (view === undefined) return;
    const { lifted, selected } = this.store.getState();
    this.moved = true;
    const next = neighbour(view.layout, lifted?.at ?? selected, direction);
    this.store.setState(
      lifted === null
        ? { selected: next }
        : { selected: next, lifted: { origin: lifted.origin, at: next } },
    );
  }

  place(placement: Placement): void {
    this.changeCells((cells) => place(cells, placement));
    this.select(placement.target);
  }

  /** The tile that a camera of the list goes to: the selected one, or the first empty one. */
  targetTile(): number {
    const view = this.view();
    const { selected } = this.store.getState();
    if (view === undefined) return 0;
    return selected < tileCount(view.layout)
      ? selected
      : (firstEmpty(view.cells, view.layout) ?? 0);
  }

  /** Places a camera and, where it filled a gap, goes on to the next gap. */
  placeCamera(cameraId: string): void {
    const target = this.targetTile();
    const filled = (this.view()?.cells[target] ?? null) === null;
    this.place({ source: { from: 'tree', cameraId }, target });
    const view = this.view();
    const gap = view && firstEmpty(view.cells, view.layout);
    if (filled && gap !== null && gap !== undefined) this.select(gap);
  }

  /** @returns false where no camera has the number */
  placeNumber(number: number): boolean {
    const camera = this.world.cameras().find((each) => each.number === number);
    if (camera === undefined) return false;
    const target = this.targetTile();
    this.place({ source: { from: 'tree', cameraId: camera.id }, target });
    return true;
  }

  lift(): void {
    const { selected, lifted } = this.store.getState();
    if (lifted !== null || (this.view()?.cells[selected] ?? null) === null) return;
    this.store.setState({ lifted: { origin: selected, at: selected } });
  }

  drop(copy: boolean): void {
    const { lifted } = this.store.getState();
    if (lifted === null) return;
    this.store.setState({ lifted: null });
    const source: PlacementSource = { from: 'tile', tile: lifted.origin };
    this.place({ source, target: lifted.at, copy });
  }

  /** Puts a carried tile back. */
  restore(): void {
    const { lifted } = this.store.getState();
    if (lifted !== null) this.store.setState({ lifted: null, selected: lifted.origin });
  }

  clear(tile: number): void {
    this.changeCells((cells) => clearTile(cells, tile));
  }

  adjust(tile: number, change: Partial<Pick<ViewCell, 'fit' | 'quality'>>): void {
    this.changeCells((cells) => adjustTile(cells, tile, change));
  }

  setLayout(layout: WallLayout): void {
    const view = this.view();
    if (view === undefined || view.layout === layout) return;
    this.world.edits.change(view.id, { ...contentOf(view), layout });
    this.keepWithin(layout);
  }

  /** Lets nothing point at a tile that is not there, whoever chose the layout. */
  keepWithin(layout: WallLayout): void {
    const { selected, lifted, solo } = this.store.getState();
    const last = tileCount(layout) - 1;
    if (lifted !== null && Math.max(lifted.origin, lifted.at) > last) {
      this.store.setState({ lifted: null });
    }
    if (solo !== null && solo > last) this.store.setState({ solo: null });
    if (selected > last) this.select(0);
  }

  setAlarmPolicy(alarmPolicy: AlarmPolicy): void {
    const view = this.view();
    if (view === undefined || view.alarmPolicy === alarmPolicy) return;
    this.world.edits.change(view.id, { ...contentOf(view), alarmPolicy });
  }

  rename(name: string): void {
    const view = this.view();
    if (view === undefined || view.name === name) return;
    this.world.edits.change(view.id, { ...contentOf(view), name });
  }

  open(tile: number): void {
    const camera = this.cameraIn(tile);
    if (camera !== undefined) this.world.openCamera(camera.id);
  }

  snapshot(tile: number): void {
    const camera = this.cameraIn(tile);
    if (camera !== undefined) this.world.takeSnapshot(camera);
  }

  private changeCells(change: (cells: Cells) => Cells): void {
    const view = this.view();
    if (view === undefined) return;
    const cells = change(view.cells);
    if (cells === view.cells) return;
    this.moved = true;
    this.world.edits.change(view.id, { ...contentOf(view), cells: [...cells] });
  }
}
