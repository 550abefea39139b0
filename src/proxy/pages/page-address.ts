import { createHash } from 'node:crypto';

/** How many ports beside that of the dashboard serve pages, where none were named. */
const portCount = 16;
/** Apart from the ports around the dashboard's, where people put other things. */
const firstPort = 100;
const highestPort = 65_535;
const labelCharacters = 24;

export interface HostParts {
  /** Lower case; an IPv6 address in brackets. */
  readonly name: string;
  readonly port: number | undefined;
}

export function hostParts(host: string): HostParts {
  const [, name = '', port] = /^(.*?)(?::(\d{1,5}))?$/s.exec(host) ?? [];
  return { name: name.toLowerCase(), port: port === undefined ? undefined : Number(port) };
}

/** The first label of a device's own host: always the same, and it says nothing of the device. */
export function pageLabel(deviceId: string): string {
  const digest = createHash('sha256').update(`device page ${deviceId}`).digest('hex');
  return `p${digest.slice(0, labelCharacters)}`;
}

/**
 * Whether the dashboard and the hosts below `base` are one site to a browser, so that the cookie of
 * a page comes along in the dashboard's frame: `wall.example.lan` and `*.cams.example.lan` are.
 */
export function isSameSite(name: string, base: string): boolean {
  const parent = base.slice(base.indexOf('.') + 1);
  const site = parent.includes('.') ? parent : base;
  return name === site || name.endsWith(`.${site}`);
}

/** Whether a browser calls a plain connection to this host a secure one. */
export function isLoopbackName(name: string): boolean {
  return (
    name === 'localhost' || name.endsWith('.localhost') || name === '127.0.0.1' || name === '[::1]'
  );
}

/** Ports beside the one that the dashboard is reached at, which a window can be told beforehand. */
export function portsBeside(port: number): readonly number[] {
  const first = port + firstPort;
  const count = Math.max(0, Math.min(portCount, highestPort - first + 1));
  return Array.from({ length: count }, (_, index) => first + index);
}
