import { type FakeDevice, fakeLink } from './fake-link.ts';
import type { DeviceLink, EndpointCall } from './protocol.ts';

/**
 * A link to a device of a test, with every call that it was asked, as
 * `ptz.move?cameraNum=3&command=1`, and a body behind a space. What does not fit the row of its
 * endpoint makes the call fail, as no such request stands in the document.
 */
export function recordingLink(device: FakeDevice): { link: DeviceLink; calls: readonly string[] } {
  const calls: string[] = [];
  const link = fakeLink(device);
  const call: DeviceLink['call'] = (asked, options) => {
    const { endpoint, query = {}, body } = asked;
    endpoint.query.parse(query);
    if (body !== undefined && endpoint.body !== 'file') endpoint.body?.parse(body);
    calls.push(lineOf(asked));
    return link.call(asked, options);
  };
  return { link: { ...link, call }, calls };
}

function lineOf({ endpoint, query = {}, body }: EndpointCall): string {
  const pairs = (fields: object) =>
    Object.entries(fields)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => `${name}=${String(value)}`)
      .join('&');
  const written = typeof body === 'object' && body !== null ? ` ${pairs(body)}` : '';
  return [endpoint.id, pairs(query)].filter(Boolean).join('?') + written;
}
