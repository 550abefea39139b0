import { typeDigit, typedNumber } from './digit-entry.ts';
import type { WallControl } from './wall-control.ts';
import type { WallKey } from './wall-keys.ts';

/** What the page around the wall does for a key. */
export interface KeyHost {
  readonly showTree: () => void;
  readonly toggleDock: () => void;
  readonly nextView: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly toggleSolo: (tile: number) => void;
  readonly leaveFullScreen: () => boolean;
  readonly noSuchCamera: (number: number) => void;
  /** The key was pressed on a button or link, whose own business Enter is. */
  readonly onControl: boolean;
}

/** @returns whether the key was used; one that was not is left to the browser */
export function performWallKey(control: WallControl, key: WallKey, host: KeyHost): boolean {
  const { store } = control;
  const { selected, typed, lifted } = store.getState();
  switch (key.do) {
    case 'step':
      if (host.onControl) return false;
      control.step(key.direction);
      return true;
    case 'digit':
      store.setState({ typed: typeDigit(typed, key.digit) });
      return true;
    case 'erase':
      store.setState({ typed: typed.slice(0, -1) });
      return typed !== '';
    case 'enter':
      return enter(control, host);
    case 'enter-copy':
      control.drop(true);
      return lifted !== null;
    case 'escape':
      return goBack(control, host);
    case 'clear':
      control.clear(selected);
      return true;
    case 'lift':
      control.lift();
      return true;
    case 'focus':
      control.open(selected);
      return true;
    case 'snapshot':
      control.snapshot(selected);
      return true;
    case 'solo':
      host.toggleSolo(selected);
      return true;
    case 'filter':
      host.showTree();
      return true;
    case 'dock':
      host.toggleDock();
      return true;
    case 'next-view':
      host.nextView();
      return true;
    case 'keys':
      store.setState({ panel: 'keys' });
      return true;
    case 'undo':
      host.undo();
      return true;
    case 'redo':
      host.redo();
      return true;
  }
}

function enter(control: WallControl, host: KeyHost): boolean {
  const { selected, typed, lifted } = control.store.getState();
  if (typed !== '') {
    const number = typedNumber(typed);
    control.store.setState({ typed: '' });
    if (number !== null && !control.placeNumber(number)) host.noSuchCamera(number);
    return true;
  }
  if (lifted !== null) {
    control.drop(false);
    return true;
  }
  if (host.onControl) return false;
  if (control.view()?.cells[selected]) control.open(selected);
  else host.showTree();
  return true;
}

/** One step back at a time, the latest thing first. */
function goBack(control: WallControl, host: KeyHost): boolean {
  const { typed, lifted, solo } = control.store.getState();
  if (typed !== '') control.store.setState({ typed: '' });
  else if (lifted !== null) control.restore();
  else if (solo !== null) host.toggleSolo(solo);
  else return host.leaveFullScreen();
  return true;
}
