export type PlaybackKey =
  | 'toggle'
  | 'pause'
  | 'faster'
  | 'reverse'
  | 'skip-quiet'
  | 'back'
  | 'forward'
  | 'minute-back'
  | 'minute-forward'
  | 'frame-back'
  | 'frame-forward'
  | 'ten-back'
  | 'in'
  | 'out'
  | 'previous-event'
  | 'next-event'
  | 'begin'
  | 'end'
  | 'go-to'
  | 'copy-link'
  | 'bookmark'
  | 'export'
  | 'zoom-in'
  | 'zoom-out'
  | 'clear'
  | 'keys';

interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const letters: Readonly<Record<string, PlaybackKey>> = {
  ' ': 'toggle',
  j: 'reverse',
  k: 'pause',
  l: 'faster',
  q: 'skip-quiet',
  r: 'ten-back',
  ',': 'frame-back',
  '.': 'frame-forward',
  '[': 'in',
  ']': 'out',
  n: 'next-event',
  p: 'previous-event',
  g: 'go-to',
  c: 'copy-link',
  b: 'bookmark',
  x: 'export',
  '+': 'zoom-in',
  '=': 'zoom-in',
  '-': 'zoom-out',
  '?': 'keys',
};

/** What a key does among the recordings; arrows and Escape also where single keys are switched off. */
export function playbackKey(press: Press, singleKeys: boolean): PlaybackKey | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = press;
  if (ctrlKey || metaKey) return null;
  const isBack = key === 'ArrowLeft';
  if (isBack || key === 'ArrowRight') {
    const way = isBack ? 'back' : 'forward';
    if (altKey) return `frame-${way}`;
    return shiftKey ? `minute-${way}` : way;
  }
  if (altKey) return null;
  if (key === 'Home') return 'begin';
  if (key === 'End') return 'end';
  if (key === 'Escape') return 'clear';
  return singleKeys ? (letters[key.toLowerCase()] ?? null) : null;
}

const ownKeys =
  'input:not([type=checkbox]), textarea, select, [role="menu"], [role="dialog"], [role="alertdialog"]';
const pressed = 'button, a, summary, input[type=checkbox]';

/** Whether the element that has the focus wants a key for itself. */
export function isTaken(event: Pick<KeyboardEvent, 'key' | 'target'>): boolean {
  const { target, key } = event;
  if (!(target instanceof Element)) return false;
  if (target.closest(ownKeys) !== null) return true;
  return key === ' ' && target.closest(pressed) !== null;
}
