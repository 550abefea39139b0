import {
  type CameraCapabilities,
  type DeviceCamera,
  noCapabilities,
  type PictureSettings,
} from '../../domain/camera.ts';
import { DeviceError } from '../../domain/device-error.ts';
import type { DeviceIdentity } from '../../domain/device-identity.ts';
import { integerOf, parseVariables, textOf, type Variables } from '../parsing/variables.ts';

/** Failures come as a text with status 200; only these two are passed on, others might quote a secret. */
const knownRefusals = /^error: (illegal params|illegal http frame)\.?\s*$/i;

/** @throws DeviceError `rejected` for `error: …` */
export function refuseError(text: string, operation: string): void {
  if (!/^\s*error\b/i.test(text)) return;
  const detail = knownRefusals.exec(text.trim())?.[1];
  throw new DeviceError('rejected', 'illegal-parameter', {
    operation,
    ...(detail === undefined ? {} : { detail }),
  });
}

/**
 * Reads a reply of variables, with names in lower case (the document writes some capitalised).
 * @throws DeviceError `rejected` for `error: …`, `malformed-reply` for anything but variables
 */
export function readReply(text: string, operation: string): Variables {
  refuseError(text, operation);
  const variables = parseVariables(text, operation);
  return new Map(Array.from(variables, ([name, value]) => [name.toLowerCase(), value]));
}

/** What get_status.cgi says; the captured replies hold more than the document lists. */
export function toStatus(text: string, operation: string): Variables {
  return needing(readReply(text, operation), 'alarm_status', operation);
}

/** What get_camera_params.cgi says. */
export function readCameraParameters(text: string, operation: string): Variables {
  return needing(readReply(text, operation), 'resolution', operation);
}

/** A device that answers some other page with variables must not pass for a camera. */
function needing(variables: Variables, name: string, operation: string): Variables {
  if (integerOf(variables, name) !== undefined) return variables;
  throw new DeviceError('malformed-reply', 'unexpected-reply', { operation, detail: name });
}

/** What a person wants to know of a device; get_params.cgi has these and captured statuses too. */
const descriptiveNames = ['id', 'sys_ver', 'alias', 'tz'] as const;

export function describesItself(status: Variables): boolean {
  return descriptiveNames.every((name) => status.has(name));
}

/** The status, filled in from the settings with the descriptive names alone: the rest is secret. */
export function withDescription(status: Variables, settings: Variables): Variables {
  const filled = new Map(status);
  for (const name of descriptiveNames) {
    const value = settings.get(name);
    if (value !== undefined && !filled.has(name)) filled.set(name, value);
  }
  return filled;
}

export function toIdentity(device: Variables): DeviceIdentity {
  const clock = integerOf(device, 'now');
  const zone = integerOf(device, 'tz');
  return {
    firmware: named(device, 'sys_ver'),
    siteName: named(device, 'alias'),
    serial: named(device, 'id'),
    // Seconds that have to be added to local time to reach GMT: -28800 is eight hours east.
    zone: zone === undefined ? undefined : { offsetMinutes: Math.round(0 - zone / 60) },
    clockMs: clock === undefined || clock <= 0 ? undefined : clock * 1000,
  };
}

/**
 * All that the document gives such a camera. It does not say which models lack a part of it, and no
 * reply does.
 */
const capabilities: CameraCapabilities = {
  ...noCapabilities,
  panTilt: true,
  home: true,
  digitalInputs: 1,
  relayOutputs: 1,
};

/** The one camera; a device without an alias goes by its id. */
export function toCamera(
  device: Variables,
  ways: Pick<DeviceCamera, 'streams' | 'snapshotTarget'>,
): DeviceCamera {
  return {
    channel: '1',
    name: named(device, 'alias') ?? named(device, 'id') ?? '',
    state: 'connected',
    capabilities,
    ...ways,
  };
}

/** Codes of `resolution`. The document has 8 and 32; clients also meet the others. */
const sizes: ReadonlyMap<number, readonly [number, number]> = new Map([
  [2, [160, 120]],
  [4, [176, 144]],
  [8, [320, 240]],
  [16, [352, 288]],
  [32, [640, 480]],
]);

/** By their codes. */
export const pictureModes = ['50hz', '60hz', 'outdoor'] as const;

export function toPictureSettings(parameters: Variables): PictureSettings {
  const size = sizes.get(integerOf(parameters, 'resolution') ?? -1);
  const flip = within(parameters, 'flip', 3);
  const brightness = within(parameters, 'brightness', 255);
  const contrast = within(parameters, 'contrast', 6);
  return {
    width: size?.[0],
    height: size?.[1],
    brightness: brightness === undefined ? undefined : { value: brightness, maximum: 255 },
    contrast: contrast === undefined ? undefined : { value: contrast, maximum: 6 },
    mode: pictureModes[integerOf(parameters, 'mode') ?? -1],
    // Bit 0 turns the picture upside down, bit 1 swaps left and right.
    flipped: flip === undefined ? undefined : (flip & 1) !== 0,
    mirrored: flip === undefined ? undefined : (flip & 2) !== 0,
  };
}

function within(variables: Variables, name: string, maximum: number): number | undefined {
  const value = integerOf(variables, name);
  return value === undefined || value < 0 || value > maximum ? undefined : value;
}

/** A name that says something, and no longer than a person reads. */
function named(variables: Variables, name: string): string | undefined {
  const text = textOf(variables, name)?.trim().slice(0, 128);
  return text === '' ? undefined : text;
}
