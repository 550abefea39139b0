import { z } from 'zod';
import type { NamedChoice } from '../../domain/arming.ts';
import { DeviceError } from '../../domain/device-error.ts';
import { childOf, childrenOf, type XmlElement } from '../parsing/xml.ts';
import type { DeviceLink, DeviceReply } from '../protocol.ts';
import { operationOf } from './calls.ts';
import { systemInfoJson } from './endpoints-system.ts';
import { type Fields, fieldOf, fieldsOfElement, fieldsOfValue, readReply } from './fields.ts';
import { choices } from './named-choices.ts';

/** Far more cameras than any server takes; a longer list is no list of cameras. */
const mostCameras = 1024;

export interface SystemInfo {
  readonly server: Fields;
  /** In the order of the reply, which is not that of their numbers. */
  readonly cameras: readonly Fields[];
  readonly schedules: readonly NamedChoice[];
  /** Durations for which a schedule is put aside. */
  readonly overrides: readonly NamedChoice[];
  readonly schedulePresets: readonly NamedChoice[];
}

/**
 * Reads `systemInfo`, as JSON or as XML, in the spelling of today (`camera-list`) or the older one
 * (`cameralist`), which a server sends when it is asked for no format.
 * @throws DeviceError `malformed-reply` where it names no version
 */
function readSystemInfo(text: string, operation: string): SystemInfo {
  const reply = readReply(text, operation);
  const info = reply.form === 'xml' ? fromXml(reply.root) : fromJson(reply.root);
  if (fieldOf(info.server, 'version') === undefined) {
    throw new DeviceError('malformed-reply', 'unexpected-reply', { operation, detail: 'version' });
  }
  if (info.cameras.length > mostCameras) {
    throw new DeviceError('malformed-reply', 'too-large', { operation });
  }
  return info;
}

/** Asks a server for it. */
export async function systemInfo(
  link: DeviceLink,
): Promise<SystemInfo & Pick<DeviceReply, 'dateMs' | 'receivedAtMs'>> {
  const reply = await link.call({ endpoint: systemInfoJson, query: { format: 'json' } });
  const { dateMs, receivedAtMs } = reply;
  return { ...readSystemInfo(reply.text, operationOf(systemInfoJson)), dateMs, receivedAtMs };
}

/** @throws DeviceError `not-found` where the server, or its account, has no such camera */
export function cameraOf({ cameras }: SystemInfo, cameraNum: number): Fields {
  const camera = cameras.find((one) => fieldOf(one, 'number') === String(cameraNum));
  if (camera !== undefined) return camera;
  throw new DeviceError('rejected', 'not-found', { operation: operationOf(systemInfoJson) });
}

function fromXml(root: XmlElement): SystemInfo {
  const list = childOf(root, 'camera-list') ?? childOf(root, 'cameralist');
  const choicesIn = (...names: readonly string[]) => {
    const found = root.children.find(({ name }) => names.includes(name));
    return choices(found?.children.map(fieldsOfElement) ?? []);
  };
  return {
    server: fieldsOfElement(childOf(root, 'server')),
    cameras: childrenOf(list, 'camera').map(fieldsOfElement),
    schedules: choicesIn('schedule-list', 'schedulelist'),
    overrides: choicesIn('schedule-override-list', 'scheduleoverridelist'),
    schedulePresets: choicesIn('schedule-preset-list', 'schedulepresetlist'),
  };
}

const topSchema = z.object({
  server: z.unknown().optional(),
  'camera-list': z.unknown().optional(),
  cameralist: z.unknown().optional(),
  'schedule-list': z.unknown().optional(),
  'schedule-override-list': z.unknown().optional(),
  'schedule-preset-list': z.unknown().optional(),
});
/** The top level may be wrapped, as that of the XML is. */
const wrappedSchema = z.object({ system: topSchema });
const listSchema = z.union([
  z.object({ camera: z.unknown() }).transform(({ camera }) => camera),
  z.object({ schedule: z.unknown() }).transform(({ schedule }) => schedule),
  z.object({ 'schedule-override': z.unknown() }).transform((list) => list['schedule-override']),
  z.object({ 'schedule-preset': z.unknown() }).transform((list) => list['schedule-preset']),
]);

function fromJson(root: unknown): SystemInfo {
  const top = wrappedSchema.safeParse(root).data?.system ?? topSchema.safeParse(root).data;
  const fields = (list: unknown) => entries(list).map(fieldsOfValue);
  return {
    server: fieldsOfValue(top?.server),
    cameras: fields(top?.['camera-list'] ?? top?.cameralist),
    schedules: choices(fields(top?.['schedule-list'])),
    overrides: choices(fields(top?.['schedule-override-list'])),
    schedulePresets: choices(fields(top?.['schedule-preset-list'])),
  };
}

/** A list, the list inside an element of it, or the one entry that stands in its place. */
function entries(list: unknown): readonly unknown[] {
  const inside: unknown = listSchema.safeParse(list).data ?? list ?? [];
  return Array.isArray(inside) ? inside : [inside];
}
