import type { Problem } from '../../api/problem.ts';
import { routes } from '../../api/routes.ts';
import type { OpenSession, SessionView } from '../../api/session.ts';
import type { TlsView } from '../../api/tls.ts';
import { verbsOf } from '../../domain/role.ts';

export const right = 'heron lantern gravel';

export const signedIn: Extract<SessionView, { state: 'signed-in' }> = {
  state: 'signed-in',
  person: { id: 'p1', name: 'Mira', role: 'administrator' },
  may: [...verbsOf('administrator')],
  allCameras: true,
  locksAfterMs: 900_000,
  locked: false,
  hasPassword: true,
};

/** A proxy for tests of the account's screens. One person, whose password is `right`. */
export class FakeAccountProxy {
  session: SessionView = { state: 'signed-out', demo: false };
  /** Answers every password with this, whatever it is. */
  refusal: Problem | null = null;
  /** Whether a change wants the password first. */
  guarded = false;
  tls: TlsView = {
    mode: 'off',
    fingerprints: { authority: null, certificate: null },
    notAfterMs: null,
    names: [],
  };
  readonly sent: string[] = [];
  sessions: OpenSession[] = [openSession('s1', true), openSession('s2'), openSession('s3')];

  readonly fetch: typeof fetch = async (input, init) => {
    const path = String(input);
    const method = init?.method ?? 'GET';
    const body = typeof init?.body === 'string' ? JSON.parse(init.body) : {};
    if (method !== 'GET') this.sent.push(`${method} ${path}`);
    const what = `${method} ${path}`;
    if (what === `GET ${routes.session}`) return Response.json(this.session);
    if (what === `GET ${routes.tls}`) return Response.json(this.tls);
    if (what === `GET ${routes.ownSessions}`) return Response.json({ sessions: this.sessions });
    if (what === `POST ${routes.session}`) return this.withPassword(body.password);
    if (what === `POST ${routes.confirm}`) {
      if (body.password === right) this.guarded = false;
      return this.withPassword(body.password);
    }
    if (what === `PUT ${routes.ownPassword}`) return this.withPassword(body.current);
    if (what === `POST ${routes.setUp}`) {
      return body.code === 'good' ? this.enter() : problem(403, 'code-refused');
    }
    if (what === `POST ${routes.demoSession}`) {
      return body.code === 'demo-code' ? this.enter() : problem(403, 'code-refused');
    }
    if (method === 'DELETE' && path.startsWith(`${routes.ownSessions}/`)) {
      this.sessions = this.sessions.filter(({ id }) => !path.endsWith(`/${id}`));
      return new Response(null, { status: 204 });
    }
    if (this.guarded) return problem(403, 'confirm-needed');
    if (what === `DELETE ${routes.session}`) this.session = { state: 'signed-out', demo: false };
    if (what === `DELETE ${routes.active}`) this.session = { ...signedIn, locked: true };
    return new Response(null, { status: 204 });
  };

  private withPassword(password: string): Response {
    if (this.refusal !== null) return Response.json(this.refusal, { status: 429 });
    return password === right ? this.enter() : problem(401, 'sign-in-refused');
  }

  private enter(): Response {
    this.session = signedIn;
    return Response.json(signedIn);
  }
}

function problem(status: number, reason: Problem['reason']): Response {
  return Response.json({ kind: reason, reason }, { status });
}

function openSession(id: string, own = false): OpenSession {
  return {
    id,
    personId: 'p1',
    personName: 'Mira',
    role: 'administrator',
    browser: `Chrome on ${id}`,
    address: '192.168.1.7',
    createdAtMs: Date.now() - 7_200_000,
    lastSeenMs: Date.now() - 60_000,
    endsAtMs: Date.now() + 7_200_000,
    own,
  };
}
