import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import type { AlarmActionRequest, AlarmView, EventsReport } from '../../api/alarms.ts';
import { routes } from '../../api/routes.ts';
import type { SessionView } from '../../api/session.ts';
import { sessionQuery } from '../../device-access/account.ts';
import { FakeSocket } from '../../device-access/fake-socket.ts';
import { verbsOf } from '../../domain/role.ts';

type Flood = Extract<EventsReport, { type: 'alarms' }>['flood'];

const calm: Flood = { active: false, sinceMs: null };

/** A proxy for tests of the desk: what it was asked to do, and whether it answers. */
export class FakeDesk {
  readonly actions: (AlarmActionRequest & { readonly alarmId: string })[] = [];
  isAway = false;
  /** Why it refuses what it is asked to do; null for what it does. */
  refusal: string | null = null;
  alarms: readonly AlarmView[] = [];
  closed: readonly AlarmView[] = [];
  #number = 100;

  readonly fetch: typeof fetch = async (input, init) => {
    const { pathname, searchParams } = new URL(String(input), 'http://127.0.0.1');
    if (this.isAway) throw new TypeError('Failed to fetch');
    if (pathname === routes.site) return Response.json({ name: 'Harbour', zone: 'UTC' });
    if (pathname === routes.cameras) return Response.json({ cameras: [] });
    if (pathname.endsWith('/people')) {
      return Response.json({ people: [{ id: 'o', name: 'Other', present: true }] });
    }
    if (pathname.endsWith('/actions')) return this.#act(pathname, String(init?.body));
    if (pathname === routes.alarms && searchParams.has('closedFrom')) {
      return Response.json({ alarms: this.closed, flood: calm, before: null });
    }
    return Response.json({ kind: 'not-found', reason: 'not-found' }, { status: 404 });
  };

  /** Greets the window with these alarms. */
  greet(...alarms: AlarmView[]): void {
    this.alarms = alarms;
    FakeSocket.newest().open();
    this.#say({
      type: 'hello',
      latest: 1,
      nowMs: Date.now(),
      listening: [],
      alarms: [...alarms],
      flood: calm,
    });
  }

  tell(alarms: AlarmView[], flood: Flood = calm): void {
    const known = new Map(this.alarms.map((alarm) => [alarm.id, alarm]));
    for (const alarm of alarms) known.set(alarm.id, alarm);
    this.alarms = [...known.values()];
    this.#say({ type: 'alarms', alarms, flood });
  }

  #act(pathname: string, body: string): Response {
    const alarmId = pathname.split('/')[3] ?? '';
    const request = JSON.parse(body) as AlarmActionRequest;
    this.actions.push({ ...request, alarmId });
    if (this.refusal !== null) {
      const problem = { kind: 'conflict', reason: 'conflict', detail: this.refusal };
      return Response.json(problem, { status: 409 });
    }
    const alarm = this.alarms.find(({ id }) => id === alarmId);
    if (alarm === undefined) return Response.json({}, { status: 404 });
    this.#number += 1;
    return Response.json(acted(alarm, request, this.#number));
  }

  #say(report: EventsReport): void {
    FakeSocket.newest().say(report);
  }
}

function acted(alarm: AlarmView, { action, atMs }: AlarmActionRequest, number: number): AlarmView {
  const by = { id: 'guard', name: 'Guard' };
  if (action.kind === 'acknowledge') {
    return { ...alarm, number, acknowledged: { by, atMs, reason: action.reason } };
  }
  return action.kind === 'claim' ? { ...alarm, number, owner: by } : { ...alarm, number };
}

const session = (role: 'viewer' | 'operator' | 'supervisor'): SessionView => ({
  state: 'signed-in',
  person: { id: 'guard', name: 'Guard', role },
  may: [...verbsOf(role)],
  allCameras: true,
  locksAfterMs: 600_000,
  locked: false,
  hasPassword: false,
});

export interface DeskStageProps {
  readonly role?: 'viewer' | 'operator' | 'supervisor';
  readonly children: ReactNode;
}

export function DeskStage({ role = 'operator', children }: DeskStageProps): ReactElement {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  client.setQueryData(sessionQuery().queryKey, session(role));
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
