import type { Steering } from '../../api/control.ts';
import type { PresetView, TourView } from '../../api/presets.ts';
import type { Problem } from '../../api/problem.ts';
import { routes } from '../../api/routes.ts';
import type { TourPlan } from '../../domain/tour.ts';
import { testSteering } from './test-steering.ts';

/** A proxy with one camera to steer, `gate`, for tests. */
export class FakePtzProxy {
  can: Steering = testSteering();
  presets: PresetView[] = [
    { id: 'p1', number: 1, name: 'Door' },
    { id: 'p2', number: 2, name: '' },
  ];
  tours: TourView[] = [];
  startedId: string | null = null;
  plan: TourPlan = { kind: 'sequence', name: 'Night', stops: [] };
  /** Answers everything that changes anything with this. */
  refusal: Problem | null = null;
  /** What changed anything, as `METHOD path` and its body. */
  readonly sent: { readonly what: string; readonly body: unknown }[] = [];

  readonly fetch: typeof fetch = async (input, init) => {
    const path = String(input);
    const method = init?.method ?? 'GET';
    if (method === 'GET') return this.read(path);
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    this.sent.push({ what: `${method} ${path}`, body });
    if (this.refusal !== null) return Response.json(this.refusal, { status: 409 });
    if (method === 'POST' && path === routes.presets('gate')) {
      return Response.json({ id: 'p3', number: 3, name: (body as { name: string }).name });
    }
    return new Response(null, { status: 204 });
  };

  private read(path: string): Response {
    const replies: Readonly<Record<string, unknown>> = {
      [routes.ptz('gate')]: this.can,
      [routes.presets('gate')]: { presets: this.presets },
      [routes.tours('gate')]: { tours: this.tours, startedId: this.startedId },
      [routes.tour('gate', 'sequence-1')]: this.plan,
    };
    return path in replies
      ? Response.json(replies[path])
      : Response.json({ kind: 'not-found', reason: 'not-found' }, { status: 404 });
  }
}
