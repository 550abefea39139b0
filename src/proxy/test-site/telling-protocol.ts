import * as z from 'zod';
import { noCapabilities } from '../../domain/camera.ts';
import type { ReportedEvent } from '../../domain/device-event.ts';
import type { Endpoint, Operations, Protocol } from '../../protocols/protocol.ts';
import { realEnvironment } from '../environment.ts';
import { AddressPolicy } from '../link/address-policy.ts';
import { DeviceConnection } from '../link/device-connection.ts';
import { testProtocol } from '../link/test-server.ts';
import { ActiveDevice } from '../registry/active-device.ts';
import { Sealer } from '../registry/sealer.ts';

const row = (id: string, reply: Endpoint['reply']): Endpoint => ({
  id,
  method: 'GET',
  path: `/${id}`,
  query: z.object({}),
  reply,
  role: 'viewer',
  danger: 'safe',
  summary: 'For tests.',
  section: 'none',
});

/** Events as JSON, one a line; an empty line is a heartbeat. */
export function lineReader() {
  let rest = '';
  return {
    unread: 0,
    read: (text: string): readonly ReportedEvent[] => {
      const lines = `${rest}${text}`.split('\n');
      rest = lines.pop() ?? '';
      return lines.filter(Boolean).map((line) => JSON.parse(line) as ReportedEvent);
    },
  };
}

const operations: Operations = {
  subscribeEvents: async () => [
    {
      kind: 'stream',
      call: { endpoint: row('events', 'stream') },
      silenceMs: 25_000,
      reader: lineReader,
    },
  ],
  listPastEvents: async (link, { fromMs: from, toMs: to }) => {
    const { text } = await link.call({ endpoint: row('log', 'json'), query: { from, to } });
    return { events: JSON.parse(text) as ReportedEvent[], complete: true };
  },
};

const tellingProtocol: Protocol = testProtocol({ id: 'telling', operations });

/** The cameras of a device of a test, at its channels 1 and 2. */
export function twoCameras(deviceId: string): ActiveDevice['cameras'] {
  return [1, 2].map((number) => ({
    row: {
      id: `${deviceId}-c${number}`,
      deviceId,
      channel: String(number),
      number,
      name: `Gate ${number}`,
      enabled: true,
      description: { capabilities: noCapabilities, streams: [] },
    },
    state: 'connected',
    stateSinceMs: 0,
  }));
}

/** A telling device, by default with two cameras, as the registry holds it. */
export function tellingDevice(id: string, origin: string, cameras = twoCameras(id)): ActiveDevice {
  return new ActiveDevice(
    {
      row: { id, name: 'Recorder', protocolId: 'telling', origin, entryTarget: '/', username: '' },
      sealedPassword: undefined,
      cameras,
      protocol: tellingProtocol,
    },
    {
      sealer: new Sealer(new Uint8Array(32)),
      connect: (target) => new DeviceConnection(target, realEnvironment),
      addresses: new AddressPolicy({ allowLoopback: true }),
      nowMs: 0,
    },
  );
}
