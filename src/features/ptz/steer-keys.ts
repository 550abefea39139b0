import type { PtzVelocity } from '../../domain/ptz.ts';

/** What holding a key moves; each of these goes on until the key comes up. */
const moving = {
  left: { pan: -1 },
  right: { pan: 1 },
  up: { tilt: 1 },
  down: { tilt: -1 },
  'zoom-in': { zoom: 1 },
  'zoom-out': { zoom: -1 },
  'focus-near': { focus: -1 },
  'focus-far': { focus: 1 },
} as const satisfies Readonly<Record<string, Partial<PtzVelocity>>>;

const presetDigits = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
type PresetKey = `preset-${(typeof presetDigits)[number]}`;
type MovingKey = keyof typeof moving;
export type SteerKey = MovingKey | PresetKey | 'home' | 'mode';

/** The key of a keyboard for each; letters are written small. */
export type SteerKeyMap = Readonly<Record<SteerKey, string>>;

export const usualKeys: SteerKeyMap = {
  mode: 'z',
  left: 'ArrowLeft',
  right: 'ArrowRight',
  up: 'ArrowUp',
  down: 'ArrowDown',
  'zoom-in': '+',
  'zoom-out': '-',
  'focus-near': '[',
  'focus-far': ']',
  home: 'Home',
  'preset-1': '1',
  'preset-2': '2',
  'preset-3': '3',
  'preset-4': '4',
  'preset-5': '5',
  'preset-6': '6',
  'preset-7': '7',
  'preset-8': '8',
  'preset-9': '9',
};

export const steerKeys = Object.keys(usualKeys) as readonly SteerKey[];

/** Keys that a page or its person cannot do without, and those of the camera view. */
const notForSteering = new Set([
  ...',.sx0?/',
  'Escape',
  'Tab',
  'Enter',
  ' ',
  'Shift',
  'Control',
  'Alt',
  'AltGraph',
  'Meta',
  'Dead',
  'Process',
  'Unidentified',
]);

/** The parts of a keyboard event that matter. */
export interface SteerPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** A key as the map writes it. The sign above the plus is a plus on keyboards that need Shift for it. */
export function keyName(key: string): string {
  if (key.length > 1) return key;
  return key === '=' ? '+' : key.toLowerCase();
}

/** @param singleKeys whether characters act without a modifier; a person may switch that off */
export function steerKeyOf(
  press: SteerPress,
  map: SteerKeyMap,
  singleKeys: boolean,
): SteerKey | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  const name = keyName(press.key);
  if (name.length === 1 && !singleKeys) return null;
  return steerKeys.find((each) => map[each] === name) ?? null;
}

/** What a held key moves; null for one that acts once. */
export function movementOf(key: SteerKey): Partial<PtzVelocity> | null {
  return key in moving ? moving[key as MovingKey] : null;
}

/** The number of the preset that a key goes to. */
export function presetNumberOf(key: SteerKey): number | null {
  return key.startsWith('preset-') ? Number(key.slice('preset-'.length)) : null;
}

export type KeyFault = { readonly fault: 'reserved' } | { readonly fault: 'used'; by: SteerKey };

/** Why a key cannot be chosen for `wanted`; null where it can. */
export function keyFault(wanted: SteerKey, key: string, map: SteerKeyMap): KeyFault | null {
  if (notForSteering.has(keyName(key))) return { fault: 'reserved' };
  const by = steerKeys.find((each) => each !== wanted && map[each] === keyName(key));
  return by === undefined ? null : { fault: 'used', by };
}

/** Shift makes it slow, where Shift does not make another character of the key. */
export function slowKey(key: string, shiftKey: boolean): boolean {
  return shiftKey && (key.length > 1 || key.toLowerCase() !== key.toUpperCase());
}
