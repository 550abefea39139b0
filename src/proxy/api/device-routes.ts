import type { FastifyInstance, FastifyRequest } from 'fastify';
import { deviceChangeSchema, newDeviceSchema } from '../../api/device.ts';
import { deviceView } from '../registry/views-of-device.ts';
import { RequestFault } from '../request-fault.ts';
import { readInput } from './problem-reply.ts';
import type { ProxyParts } from './proxy-parts.ts';
import { whoIs } from './session-routes.ts';

interface DeviceParams {
  deviceId: string;
}

interface Noted {
  readonly operation: string;
  readonly id: string;
  readonly name: string;
  readonly changed?: readonly string[];
}

export function addDeviceRoutes(app: FastifyInstance, parts: ProxyParts): void {
  const { registry, drafts, watch } = parts;
  const config = { policy: 'administer' } as const;

  app.get('/api/devices', { config }, async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    return { devices: registry.devices.map(deviceView) };
  });

  const fresh = { ...config, fresh: true } as const;
  const nameOf = (deviceId: string) => registry.device(deviceId)?.row.name ?? '';
  const note = (request: FastifyRequest, event: Noted) =>
    parts.record({
      ...whoIs(request),
      operation: event.operation,
      object: { kind: 'device', id: event.id, name: event.name },
      // Names what was changed; of an account no more than that.
      ...(event.changed ? { parameters: { changed: event.changed.join(', ') } } : {}),
      outcome: 'done',
    });

  app.post('/api/devices', { config: fresh }, async (request, reply) => {
    const chosen = readInput(newDeviceSchema, request.body);
    const draft = drafts.get(chosen.draftId);
    if (!draft) throw new RequestFault('not-found', 'draftId');
    await registry.add(draft, chosen);
    drafts.release(draft.id);
    note(request, { operation: 'device.add', id: draft.id, name: draft.row.name });
    return reply.code(201).send(deviceView(draft));
  });

  app.patch<{ Params: DeviceParams }>(
    '/api/devices/:deviceId',
    { config: fresh },
    async (request) => {
      const { params } = request;
      const change = readInput(deviceChangeSchema, request.body);
      await registry.change(params.deviceId, change);
      note(request, {
        operation: 'device.change',
        id: params.deviceId,
        name: nameOf(params.deviceId),
        changed: Object.keys(change),
      });
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
    async (request, reply) => {
      const { deviceId } = request.params;
      const name = nameOf(deviceId);
      await registry.remove(deviceId);
      note(request, { operation: 'device.remove', id: deviceId, name });
      return reply.code(204).send();
    },
  );
}
