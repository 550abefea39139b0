import type { FastifyInstance } from 'fastify';
import { newPersonSchema, type PersonView, personChangeSchema } from '../../api/people.ts';
import { RequestFault } from '../request-fault.ts';
import type { PersonRow } from '../store/access-store.ts';
import { readInput } from './problem-reply.ts';
import type { ProxyParts } from './proxy-parts.ts';
import { whoIs } from './session-routes.ts';

interface PersonParams {
  personId: string;
}

export function addPeopleRoutes(app: FastifyInstance, parts: ProxyParts): void {
  const { access, record } = parts;
  const { people } = access;
  const config = { policy: 'administer' } as const;
  const fresh = { ...config, fresh: true } as const;
  const view = (person: PersonRow) => personView(person, parts);
  const knownCameras = (cameras: 'all' | readonly string[] | undefined) => {
    if (cameras === undefined || cameras === 'all') return;
    if (cameras.some((groupId) => !access.groups.get(groupId))) {
      throw new RequestFault('invalid-input', 'cameras');
    }
  };

  app.get('/api/people', { config }, async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    return { people: people.all.map(view) };
  });
  app.post('/api/people', { config: fresh }, async (request, reply) => {
    const wanted = readInput(newPersonSchema, request.body);
    knownCameras(wanted.cameras);
    const person = await people.add(wanted);
    record({
      ...whoIs(request),
      operation: 'person.add',
      object: objectOf(person),
      parameters: { role: person.role },
      outcome: 'done',
    });
    return reply.code(201).send(view(person));
  });
  app.patch<{ Params: PersonParams }>(
    '/api/people/:personId',
    { config: fresh },
    async (request) => {
      const change = readInput(personChangeSchema, request.body);
      knownCameras(change.cameras);
      const person = await people.change(request.params.personId, change);
      record({
        ...whoIs(request),
        operation: 'person.change',
        object: objectOf(person),
        // Names what was changed; of a password no more than that.
        parameters: {
          changed: Object.keys(change).join(', '),
          ...(change.role === undefined ? {} : { role: change.role }),
        },
        outcome: 'done',
      });
      return view(person);
    },
  );
  app.delete<{ Params: PersonParams }>(
    '/api/people/:personId',
    { config: fresh },
    async (request, reply) => {
      const person = await people.remove(request.params.personId);
      record({
        ...whoIs(request),
        operation: 'person.remove',
        object: objectOf(person),
        outcome: 'done',
      });
      return reply.code(204).send();
    },
  );
}

function objectOf({ id, name }: PersonRow) {
  return { kind: 'person', id, name } as const;
}

function personView(person: PersonRow, { access }: ProxyParts): PersonView {
  const { id, name, role, cameras, enabled, createdAtMs, lastSignInMs } = person;
  return {
    id,
    name,
    role,
    cameras: role === 'administrator' || cameras === 'all' ? 'all' : [...cameras],
    enabled,
    hasPassword: person.passwordHash !== undefined,
    createdAtMs,
    ...(lastSignInMs === undefined ? {} : { lastSignInMs }),
    openSessions: access.sessions.ofOwner({ kind: 'person', id }).length,
  };
}
