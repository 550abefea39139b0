import type { Parameters } from '../parsing/parameters.ts';
import { textOf } from './parameter-groups.ts';

/** Whether a parameter is on: the document writes `yes` (5.1.1.4). Undefined where it is neither. */
export function switchOf(parameters: Parameters, name: string): boolean | undefined {
  const text = textOf(parameters, name) ?? '';
  if (/^(?:yes|on|true|1)$/i.test(text)) return true;
  return /^(?:no|off|false|0)$/i.test(text) ? false : undefined;
}

/** `yes` or `no`, or the digits where the device writes those. */
export function switchText(parameters: Parameters, name: string, on: boolean): string {
  if (/^[01]$/.test(textOf(parameters, name) ?? '')) return on ? '1' : '0';
  return on ? 'yes' : 'no';
}
