import { DeviceError } from '../../domain/device-error.ts';
import type { DeviceIdentity } from '../../domain/device-identity.ts';
import { childOf, parseXml, textOf, type XmlElement } from '../parsing/xml.ts';
import { mostPresets } from './ptz-features.ts';

/** More than any licence; a longer list is no list of cameras. */
const mostCameras = 1024;

/** What `++systemInfo` says of one camera, as far as it concerns a viewer. */
export interface ReportedCamera {
  readonly number: number;
  readonly name: string;
  readonly connected: boolean | undefined;
  readonly width: number | undefined;
  readonly height: number | undefined;
  /** Bit mask; 0 where the server gives none. */
  readonly ptz: number;
  /** Names of presets 1 and up, '' where one has none. */
  readonly presetNames: readonly string[];
}

export interface SystemInfo {
  readonly identity: DeviceIdentity;
  readonly cameras: readonly ReportedCamera[];
  /** How its settings write a date, e.g. `MM/DD/YYYY`. */
  readonly dateFormat: string | undefined;
}

/**
 * Reads the list that servers of this age give, though the document has no word of it. Addresses
 * of cameras in their network stand in it as well; those stay behind.
 * @throws DeviceError `malformed-reply` for all but such a list
 */
export function readSystemInfo(text: string, operation: string): SystemInfo {
  const root = parseXml(text, operation);
  const server = childOf(root, 'server');
  const list = childOf(root, 'cameralist');
  if (server === undefined || list === undefined) {
    throw new DeviceError('malformed-reply', 'unexpected-reply', { operation });
  }
  return {
    identity: identityOf(server),
    cameras: camerasOf(list),
    dateFormat: word(server, 'date-format'),
  };
}

function identityOf(server: XmlElement): DeviceIdentity {
  const seconds = wholeNumber(server, 'seconds-from-gmt');
  const clockMs = Date.parse(word(server, 'current-local-time') ?? '');
  return {
    product: word(server, 'name'),
    firmware: word(server, 'version'),
    siteName: word(server, 'server-name') ?? word(server, 'bonjour-name'),
    serial: word(server, 'uuid'),
    zone: seconds === undefined ? undefined : { offsetMinutes: Math.round(seconds / 60) },
    clockMs: Number.isNaN(clockMs) ? undefined : clockMs,
  };
}

/** In the order of their numbers; a server lists them as they were added. */
function camerasOf(list: XmlElement): ReportedCamera[] {
  const byNumber = new Map<number, ReportedCamera>();
  for (const element of list.children.slice(0, mostCameras)) {
    const number = wholeNumber(element, 'number');
    if (element.name !== 'camera' || number === undefined || number < 0) continue;
    if (!byNumber.has(number)) byNumber.set(number, cameraOf(element, number));
  }
  return [...byNumber.values()].sort((one, other) => one.number - other.number);
}

function cameraOf(element: XmlElement, number: number): ReportedCamera {
  const connected = word(element, 'connected');
  return {
    number,
    name: word(element, 'name') ?? '',
    connected: connected === undefined ? undefined : connected === 'yes',
    width: pixels(element, 'width'),
    height: pixels(element, 'height'),
    ptz: wholeNumber(element, 'ptzcapabilities') ?? 0,
    presetNames: presetNamesOf(element),
  };
}

/** `preset-name-1` and so on; servers name those that there are, or none. */
function presetNamesOf(element: XmlElement): string[] {
  const names: string[] = [];
  for (let number = 1; number <= mostPresets; number += 1) {
    names.push(word(element, `preset-name-${number}`) ?? '');
  }
  return names.slice(0, names.findLastIndex((name) => name !== '') + 1);
}

/** Text that says something, no longer than a person reads. */
function word(element: XmlElement, name: string): string | undefined {
  return textOf(element, name)?.slice(0, 128);
}

function wholeNumber(element: XmlElement, name: string): number | undefined {
  const text = word(element, name);
  return text !== undefined && /^-?\d{1,9}$/.test(text) ? Number(text) : undefined;
}

function pixels(element: XmlElement, name: string): number | undefined {
  const value = wholeNumber(element, name);
  return value === undefined || value < 1 || value > 65_535 ? undefined : value;
}
