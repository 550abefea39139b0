import type { Direction } from '../../domain/layout-grid.ts';

/** What a key asks the wall to do. */
export type WallKey =
  | { readonly do: 'step'; readonly direction: Direction }
  | { readonly do: 'digit'; readonly digit: string }
  | {
      readonly do:
        | 'enter'
        | 'enter-copy'
        | 'escape'
        | 'erase'
        | 'clear'
        | 'lift'
        | 'focus'
        | 'snapshot'
        | 'solo'
        | 'filter'
        | 'dock'
        | 'next-view'
        | 'keys'
        | 'undo'
        | 'redo';
    };

/** The parts of a keyboard event that matter. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  /** Sent again because the key is held down. */
  readonly repeat: boolean;
}

const steps: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

const named: Readonly<Record<string, WallKey['do']>> = {
  Enter: 'enter',
  Escape: 'escape',
  Delete: 'clear',
  Backspace: 'erase',
};

const single: Readonly<Record<string, WallKey['do']>> = {
  m: 'lift',
  f: 'focus',
  s: 'snapshot',
  x: 'solo',
  v: 'next-view',
  '/': 'filter',
  '|': 'dock',
  '?': 'keys',
};

/** What may go on while its key is held; a snapshot, say, is taken once a press. */
const goesOn = new Set<WallKey['do']>(['step', 'erase', 'undo', 'redo']);

/**
 * @param singleKeys whether characters act without a modifier; a person may switch that off
 * @returns null for a key that the wall leaves to others
 */
export function wallKey(press: KeyPress, singleKeys: boolean): WallKey | null {
  const action = actionOf(press, singleKeys);
  return action !== null && press.repeat && !goesOn.has(action.do) ? null : action;
}

function actionOf(press: KeyPress, singleKeys: boolean): WallKey | null {
  const command = press.ctrlKey || press.metaKey;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  if (command) {
    if (key === 'z' && !press.altKey) return { do: press.shiftKey ? 'redo' : 'undo' };
    return key === 'y' && !press.altKey ? { do: 'redo' } : null;
  }
  if (press.altKey) return key === 'Enter' ? { do: 'enter-copy' } : null;
  const direction = steps[key];
  if (direction !== undefined) return press.shiftKey ? null : { do: 'step', direction };
  const name = named[key] ?? (singleKeys ? single[key] : undefined);
  if (name !== undefined) return { do: name } as WallKey;
  return singleKeys && /^[0-9]$/.test(key) ? { do: 'digit', digit: key } : null;
}
