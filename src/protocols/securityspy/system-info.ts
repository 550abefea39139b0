import { z } from 'zod';
import { DeviceError } from '../../domain/device-error.ts';
import { childOf, childrenOf, type XmlElement } from '../parsing/xml.ts';
import { type Fields, fieldOf, fieldsOfElement, fieldsOfValue, readReply } from './fields.ts';

/** Far more cameras than any server takes; a longer list is no list of cameras. */
const mostCameras = 1024;

export interface SystemInfo {
  readonly server: Fields;
  /** In the order of the reply, which is not that of their numbers. */
  readonly cameras: readonly Fields[];
}

/**
 * Reads `systemInfo`, as JSON or as XML, in the spelling of today (`camera-list`) or the older one
 * (`cameralist`), which a server sends when it is asked for no format.
 * @throws DeviceError `malformed-reply` where it names no version
 */
export function readSystemInfo(text: string, operation: string): SystemInfo {
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

function fromXml(root: XmlElement): SystemInfo {
  const list = childOf(root, 'camera-list') ?? childOf(root, 'cameralist');
  return {
    server: fieldsOfElement(childOf(root, 'server')),
    cameras: childrenOf(list, 'camera').map(fieldsOfElement),
  };
}

const topSchema = z.object({
  server: z.unknown().optional(),
  'camera-list': z.unknown().optional(),
  cameralist: z.unknown().optional(),
});
/** The top level may be wrapped, as that of the XML is. */
const wrappedSchema = z.object({ system: topSchema });
const listSchema = z.object({ camera: z.unknown() });

function fromJson(root: unknown): SystemInfo {
  const top = wrappedSchema.safeParse(root).data?.system ?? topSchema.safeParse(root).data;
  const list = entries(top?.['camera-list'] ?? top?.cameralist);
  return { server: fieldsOfValue(top?.server), cameras: list.map(fieldsOfValue) };
}

/** A list, the list inside an element of it, or the one entry that stands in its place. */
function entries(list: unknown): readonly unknown[] {
  const inside: unknown = listSchema.safeParse(list).data?.camera ?? list ?? [];
  return Array.isArray(inside) ? inside : [inside];
}
