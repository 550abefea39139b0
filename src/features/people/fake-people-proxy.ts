import type { CameraView } from '../../api/camera.ts';
import type { CameraGroup, NewPerson, PersonChange, PersonView } from '../../api/people.ts';
import type { Problem } from '../../api/problem.ts';
import { routes } from '../../api/routes.ts';
import type { OpenSession, SessionView } from '../../api/session.ts';
import { noCapabilities, noOffers } from '../../domain/camera.ts';
import { verbsOf } from '../../domain/role.ts';

export const ownSession: SessionView = {
  state: 'signed-in',
  person: { id: 'p1', name: 'Mira', role: 'administrator' },
  may: [...verbsOf('administrator')],
  allCameras: true,
  locksAfterMs: 900_000,
  locked: false,
  hasPassword: true,
};

/** A proxy for tests of the people's screens, with two people, two groups and three cameras. */
export class FakePeopleProxy {
  people: PersonView[] = [
    person('p1', 'Mira', { role: 'administrator', openSessions: 1 }),
    person('p2', 'Night desk', { role: 'operator', cameras: ['g1'], openSessions: 2 }),
  ];
  groups: CameraGroup[] = [
    { id: 'g1', name: 'Entrances', cameraIds: ['c1', 'gone'] },
    { id: 'g2', name: 'Yard', cameraIds: ['c2', 'c3'] },
  ];
  sessions: OpenSession[] = [session('s1', 'Mira', true), session('s2', 'Night desk', false)];
  readonly cameras: readonly CameraView[] = [
    camera('c1', 'Gate', 'Recorder', 1),
    camera('c2', 'Roof', 'Recorder', 2),
    camera('c3', 'Dock', 'Single', 3),
  ];
  /** Answers the next change with it. */
  refusal: { readonly status: number; readonly problem: Problem } | null = null;
  /** Bodies of changes, by method and path. */
  readonly sent: { readonly what: string; readonly body: unknown }[] = [];

  readonly fetch: typeof fetch = async (input, init) => {
    const path = String(input);
    const method = init?.method ?? 'GET';
    if (method === 'GET') return this.read(path);
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    this.sent.push({ what: `${method} ${path}`, body });
    if (this.refusal !== null) {
      const { status, problem } = this.refusal;
      this.refusal = null;
      return Response.json(problem, { status });
    }
    return this.change(method, path, body);
  };

  private read(path: string): Response {
    if (path === routes.people) return Response.json({ people: this.people });
    if (path === routes.cameraGroups) return Response.json({ groups: this.groups });
    if (path === routes.sessions) return Response.json({ sessions: this.sessions });
    if (path === routes.cameras) return Response.json({ cameras: this.cameras });
    return Response.json({ kind: 'not-found', reason: 'not-found' }, { status: 404 });
  }

  private change(method: string, path: string, body: unknown): Response {
    const id = path.split('/').at(-1) ?? '';
    if (method === 'DELETE') {
      this.people = this.people.filter((each) => each.id !== id);
      this.groups = this.groups.filter((each) => each.id !== id);
      this.sessions = this.sessions.filter((each) => each.id !== id);
      return new Response(null, { status: 204 });
    }
    if (path === routes.people) {
      const { name, role, cameras } = body as NewPerson;
      const made = person(`p${this.people.length + 1}`, name, { role, cameras });
      this.people = [...this.people, made];
      return Response.json(made, { status: 201 });
    }
    if (path === routes.cameraGroups) {
      const made = { id: `g${this.groups.length + 1}`, ...(body as Omit<CameraGroup, 'id'>) };
      this.groups = [...this.groups, made];
      return Response.json(made, { status: 201 });
    }
    if (method === 'PUT') return Response.json({ id, ...(body as Omit<CameraGroup, 'id'>) });
    const { password: _, ...facts } = body as PersonChange;
    this.people = this.people.map((each) =>
      each.id === id ? ({ ...each, ...facts } as PersonView) : each,
    );
    return Response.json(this.people.find((each) => each.id === id));
  }
}

function person(id: string, name: string, facts: Partial<PersonView>): PersonView {
  return {
    id,
    name,
    role: 'viewer',
    cameras: 'all',
    enabled: true,
    hasPassword: true,
    createdAtMs: 0,
    openSessions: 0,
    ...facts,
  };
}

function session(id: string, personName: string, own: boolean): OpenSession {
  return {
    id,
    personId: id,
    personName,
    role: 'operator',
    browser: 'Chrome on Windows',
    address: '192.168.1.7',
    createdAtMs: Date.now() - 7_200_000,
    lastSeenMs: Date.now() - 60_000,
    endsAtMs: Date.now() + 7_200_000,
    own,
  };
}

function camera(id: string, name: string, deviceName: string, number: number): CameraView {
  return {
    id,
    deviceId: deviceName.toLowerCase(),
    deviceName,
    number,
    name,
    state: 'connected',
    stateSinceMs: 0,
    streams: [],
    hasSnapshot: false,
    hasPictureSettings: false,
    offers: noOffers,
    capabilities: noCapabilities,
  };
}
