export type FocusKey =
  | 'back'
  | 'previous'
  | 'next'
  | 'snapshot'
  | 'replay'
  | 'full-screen'
  | 'zoom-in'
  | 'zoom-out'
  | 'zoom-reset';

const keys: Readonly<Record<string, FocusKey>> = {
  Escape: 'back',
  ',': 'previous',
  '.': 'next',
  s: 'snapshot',
  S: 'snapshot',
  r: 'replay',
  R: 'replay',
  x: 'full-screen',
  X: 'full-screen',
  '+': 'zoom-in',
  '=': 'zoom-in',
  '-': 'zoom-out',
  '0': 'zoom-reset',
};

interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  /** Sent again because the key is held down. */
  readonly repeat: boolean;
}

/** What a held key does once only. */
const oncePerPress = new Set<FocusKey>(['back', 'snapshot', 'replay', 'full-screen']);

/** What a key does in the camera view; Escape works even where single keys are switched off. */
export function focusKey(press: Press, singleKeys: boolean): FocusKey | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  if (!singleKeys && press.key !== 'Escape') return null;
  const key = keys[press.key] ?? null;
  return key !== null && press.repeat && oncePerPress.has(key) ? null : key;
}
