import { type FakeDevice, fakeLink } from './fake-link.ts';
import type { DeviceLink, QueryValue } from './protocol.ts';

/** A call as a test writes it: `['ptz.move', { ch: 1, move: '0.5,0' }]`. */
export type RecordedCall = readonly [
  endpointId: string,
  query: Readonly<Record<string, QueryValue | undefined>>,
];

/** A link to a device of a test that keeps each call, and takes none that its row would not take. */
export function recordedLink(answers: FakeDevice['answers']): {
  readonly link: DeviceLink;
  readonly asked: RecordedCall[];
} {
  const asked: RecordedCall[] = [];
  const link = fakeLink({ ...(answers && { answers }) });
  const call: DeviceLink['call'] = async (one, options) => {
    asked.push([one.endpoint.id, one.query ?? {}]);
    one.endpoint.query.parse(one.query ?? {});
    return link.call(one, options);
  };
  return { link: { ...link, call }, asked };
}
