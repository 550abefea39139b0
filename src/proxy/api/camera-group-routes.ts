import type { FastifyInstance } from 'fastify';
import { cameraGroupContentSchema } from '../../api/people.ts';
import { RequestFault } from '../request-fault.ts';
import type { CameraGroupRow } from '../store/access-store.ts';
import { readInput } from './problem-reply.ts';
import type { ProxyParts } from './proxy-parts.ts';
import { whoIs } from './session-routes.ts';

interface GroupParams {
  groupId: string;
}

export function addCameraGroupRoutes(app: FastifyInstance, parts: ProxyParts): void {
  const { access, record, registry } = parts;
  const { groups } = access;
  const config = { policy: 'administer' } as const;
  const fresh = { ...config, fresh: true } as const;

  /** @throws RequestFault for a camera that is not registered */
  const readContent = (body: unknown) => {
    const content = readInput(cameraGroupContentSchema, body);
    const known = new Set(
      registry.devices.flatMap(({ cameras }) => cameras.map(({ row }) => row.id)),
    );
    const unknown = content.cameraIds.some((cameraId) => !known.has(cameraId));
    if (unknown) throw new RequestFault('invalid-input', 'cameraIds');
    return { ...content, cameraIds: [...new Set(content.cameraIds)] };
  };
  const note = (who: ReturnType<typeof whoIs>, operation: string, group: CameraGroupRow) =>
    record({
      ...who,
      operation,
      object: { kind: 'group', id: group.id, name: group.name },
      parameters: { cameras: String(group.cameraIds.length) },
      outcome: 'done',
    });

  app.get('/api/camera-groups', { config }, async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    return { groups: groups.all };
  });
  app.post('/api/camera-groups', { config: fresh }, async (request, reply) => {
    const group = await groups.add(readContent(request.body));
    note(whoIs(request), 'group.add', group);
    return reply.code(201).send(group);
  });
  app.put<{ Params: GroupParams }>(
    '/api/camera-groups/:groupId',
    { config: fresh },
    async (request) => {
      const group = await groups.change(request.params.groupId, readContent(request.body));
      note(whoIs(request), 'group.change', group);
      return group;
    },
  );
  app.delete<{ Params: GroupParams }>(
    '/api/camera-groups/:groupId',
    { config: fresh },
    async (request, reply) => {
      note(whoIs(request), 'group.remove', await groups.remove(request.params.groupId));
      return reply.code(204).send();
    },
  );
}
