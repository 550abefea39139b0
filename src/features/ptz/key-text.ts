import { t } from '../../messages/t.ts';

const named = {
  ' ': 'ptz.key-name.space',
  ArrowLeft: 'ptz.key-name.left',
  ArrowRight: 'ptz.key-name.right',
  ArrowUp: 'ptz.key-name.up',
  ArrowDown: 'ptz.key-name.down',
  Home: 'ptz.key-name.home',
} as const;

/** A key as people know it from their keyboard. */
export function keyText(key: string): string {
  if (key in named) return t(named[key as keyof typeof named]);
  return key.length === 1 ? key.toUpperCase() : key;
}
