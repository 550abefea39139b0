import { type TriggerReason, triggerReasons } from './trigger-reasons.ts';

export type CaptureMode = 'continuous-capture' | 'motion-capture' | 'actions';

/** What happened, by the kinds of "event_stream", protocol version 3. */
export type LineFact =
  | { readonly kind: 'armed' | 'disarmed'; readonly mode: CaptureMode }
  | { readonly kind: 'error'; readonly codes: readonly number[]; readonly description: string }
  | { readonly kind: 'config-change' | 'offline' | 'online' | 'motion-end' | 'heartbeat' }
  | { readonly kind: 'motion'; readonly box: MotionBox | undefined }
  | { readonly kind: 'classify'; readonly percentages: ReadonlyMap<string, number> }
  | {
      readonly kind: 'trigger';
      readonly mode: CaptureMode;
      readonly reasons: readonly TriggerReason[];
    }
  | { readonly kind: 'file'; readonly path: string };

/** In pixels of the picture, from its top left. */
interface MotionBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const modes: ReadonlyMap<string, CaptureMode> = new Map([
  ['C', 'continuous-capture'],
  ['M', 'motion-capture'],
  ['A', 'actions'],
]);

const bare: ReadonlyMap<string, LineFact> = new Map([
  ['CONFIGCHANGE', { kind: 'config-change' }],
  ['OFFLINE', { kind: 'offline' }],
  ['ONLINE', { kind: 'online' }],
  ['MOTION_END', { kind: 'motion-end' }],
  ['NULL', { kind: 'heartbeat' }],
]);

/**
 * What a line of "event_stream" says. INFO may be missing from every kind ("event_types").
 * @returns undefined for kinds yet unknown, which the document asks to pass over
 */
export function readLineFact(name: string, info: string): LineFact | undefined {
  const [, verb, letter = ''] = /^(ARM|DISARM|TRIGGER)_([A-Z])$/.exec(name) ?? [];
  const mode = modes.get(letter);
  if (mode !== undefined && verb === 'TRIGGER') {
    const mask = /^\d{1,9}$/.test(info) ? Number(info) : 0;
    return { kind: 'trigger', mode, reasons: triggerReasons(mask) };
  }
  if (mode !== undefined) return { kind: verb === 'ARM' ? 'armed' : 'disarmed', mode };
  if (name === 'MOTION') return { kind: 'motion', box: boxOf(info) };
  if (name === 'CLASSIFY') return { kind: 'classify', percentages: percentagesOf(info) };
  if (name === 'FILE') return { kind: 'file', path: info };
  if (name === 'ERROR') return errorOf(info);
  return bare.get(name);
}

function boxOf(info: string): MotionBox | undefined {
  const [, x, y, width, height] = /^(\d{1,5}) (\d{1,5}) (\d{1,5}) (\d{1,5})$/.exec(info) ?? [];
  if (x === undefined) return undefined;
  return { x: Number(x), y: Number(y), width: Number(width), height: Number(height) };
}

/** One to three pairs in any order; labels may be new, and -99 stands for none. */
function percentagesOf(info: string): ReadonlyMap<string, number> {
  const pairs = Array.from(
    info.matchAll(/([A-Z_]{1,32}) (-?\d{1,3})(?= |$)/g),
    ([, label = '', percent]) => [label.toLowerCase(), Number(percent)] as const,
  );
  return new Map(pairs.filter(([, percent]) => percent >= 0 && percent <= 100));
}

/** `10,835 text` or `42 text`. */
function errorOf(info: string): LineFact {
  const [, codes, description] = /^(-?\d{1,9}(?:,-?\d{1,9}){0,3})(?: (.*))?$/.exec(info) ?? [];
  if (codes === undefined) return { kind: 'error', codes: [], description: info };
  return { kind: 'error', codes: codes.split(',').map(Number), description: description ?? '' };
}
