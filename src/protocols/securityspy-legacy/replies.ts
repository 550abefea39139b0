import { DeviceError } from '../../domain/device-error.ts';
import { looksLikeHtml } from '../parsing/html.ts';

const longestStatus = 200;
const statusLine = /^\s*(?:\d{1,3}\s+)?(ACTIVE|PASSIVE)\b/i;

/**
 * The mode that a status names, in capitals. "Camera status" prints `2 PASSIVE` and `3 ACTIVE`: the
 * word decides, for nobody has seen that the numbers never change.
 */
export function cameraMode(text: string): string | undefined {
  if (text.length > longestStatus) return undefined;
  return statusLine.exec(text)?.[1]?.toUpperCase();
}

/** @throws DeviceError `malformed-reply` where the text is no status of a camera */
export function readCameraMode(text: string, operation: string): string {
  const mode = cameraMode(text);
  if (mode !== undefined) return mode;
  if (text.trim() === '') throw new DeviceError('malformed-reply', 'empty-reply', { operation });
  const reason = looksLikeHtml(text) ? 'html-page' : 'unexpected-reply';
  throw new DeviceError('malformed-reply', reason, { operation });
}
