import { DeviceError } from '../../domain/device-error.ts';
import { looksLikeHtml } from '../parsing/html.ts';

export interface CameraModes {
  readonly continuousCapture: boolean;
  readonly motionCapture: boolean;
  readonly actions: boolean;
}

/**
 * Reads "camera_modes": `C:ARMED`, `M:DISARMED` and `A:ARMED`, one a line, which ends in LF or CR
 * by the version of the server.
 * @throws DeviceError `malformed-reply` where one of the three is missing
 */
export function readCameraModes(text: string, operation: string): CameraModes {
  if (text.trim() === '') throw new DeviceError('malformed-reply', 'empty-reply', { operation });
  if (looksLikeHtml(text)) throw new DeviceError('malformed-reply', 'html-page', { operation });
  const lines = new Map(
    Array.from(text.matchAll(/^[ \t]*([CMA])[ \t]*:[ \t]*(ARMED|DISARMED)[ \t]*$/gim), (line) => [
      line[1]?.toUpperCase(),
      line[2]?.toUpperCase() === 'ARMED',
    ]),
  );
  const mode = (letter: 'C' | 'M' | 'A') => {
    const armed = lines.get(letter);
    if (armed !== undefined) return armed;
    throw new DeviceError('malformed-reply', 'unexpected-reply', { operation, detail: letter });
  };
  return { continuousCapture: mode('C'), motionCapture: mode('M'), actions: mode('A') };
}
