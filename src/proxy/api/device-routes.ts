import type { FastifyInstance } from 'fastify';
import { deviceChangeSchema, newDeviceSchema } from '../../api/device.ts';
import { deviceView } from '../registry/views-of-device.ts';
import { RequestFault } from '../request-fault.ts';
import { readInput } from './problem-reply.ts';
import type { ProxyParts } from './proxy-parts.ts';

interface DeviceParams {
  deviceId: string;
}

export function addDeviceRoutes(app: FastifyInstance, parts: ProxyParts): void {
  const { registry, drafts, watch } = parts;
  const config = { policy: 'administer' } as const;
  const fresh = { ...config, fresh: true } as const;

  app.get('/api/devices', { config }, async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    return { devices: registry.devices.map(deviceView) };
  });

  app.post('/api/devices', { config: fresh }, async ({ body }, reply) => {
    const chosen = readInput(newDeviceSchema, body);
    const draft = drafts.get(chosen.draftId);
    if (!draft) throw new RequestFault('not-found', 'draftId');
    await registry.add(draft, chosen);
    drafts.release(draft.id);
    return reply.code(201).send(deviceView(draft));
  });

  app.patch<{ Params: DeviceParams }>(
    '/api/devices/:deviceId',
    { config: fresh },
    async ({ params, body }) => {
      await registry.change(params.deviceId, readInput(deviceChangeSchema, body));
      // So that the reply tells how the device fares with what was saved.
      await watch.checkNow(params.deviceId);
      const device = registry.device(params.deviceId);
      if (!device) throw new RequestFault('not-found');
      return deviceView(device);
    },
  );

  app.delete<{ Params: DeviceParams }>(
    '/api/devices/:deviceId',
    { config: fresh },
    async ({ params }, reply) => {
      await registry.remove(params.deviceId);
      return reply.code(204).send();
    },
  );
}
