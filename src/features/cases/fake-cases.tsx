import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { render } from 'vitest-browser-react';
import type { Case, CaseChange, CaseContent, CaseEntry, CaseItem } from '../../api/cases.ts';
import { routes } from '../../api/routes.ts';
import { sessionQuery } from '../../device-access/account.ts';
import { type Role, verbsOf } from '../../domain/role.ts';
import { testCamera } from '../../playback/test-cameras.ts';
import { ToastRegion } from '../../ui/toast.tsx';

export const noonMs = Date.UTC(2026, 10, 20, 12);
export const ada = { id: 'p1', name: 'Ada' };
export const grace = { id: 'p2', name: 'Grace' };

export function caseOf(id: string, over: Partial<Case> = {}): Case {
  return {
    ...{ id, title: `Case ${id}`, text: '', by: ada, createdAtMs: noonMs, changedAtMs: noonMs },
    ...{ closed: null, revision: 1, entries: [] },
    ...over,
  };
}

/** Of a note at the gate, at noon. */
export function bookmarkEntry(id: string, over: Partial<CaseEntry> = {}): CaseEntry {
  const bookmark = { fromMs: noonMs, toMs: null, cameraIds: ['c1'], note: `Note ${id}`, tags: [] };
  return {
    ...{ kind: 'bookmark', id, addedAtMs: noonMs, addedBy: ada, fromMs: noonMs, toMs: null },
    found: { ...bookmark, id, by: ada, createdAtMs: noonMs },
    ...over,
  } as CaseEntry;
}

const fault = (kind: string, status: number, detail?: string) =>
  Response.json({ kind, reason: kind, ...(detail && { detail }) }, { status });

/** A proxy that keeps cases, at a site in UTC with a camera in Berlin. */
export class FakeCases {
  cases: Case[] = [];
  /** Paths of which nothing comes but this. */
  readonly failures = new Map<string, Response>();
  readonly asked: URLSearchParams[] = [];
  #removed: CaseEntry[] = [];

  readonly fetch = async (input: string, init: RequestInit = {}): Promise<Response> => {
    const { pathname, searchParams } = new URL(input, 'http://127.0.0.1');
    if (pathname === routes.site) return Response.json({ name: 'Harbour', zone: 'UTC' });
    if (pathname === routes.cameras) {
      const gate = testCamera([], { id: 'c1', name: 'Gate', number: 1, zone: 'Europe/Berlin' });
      return Response.json({ cameras: [gate] });
    }
    const method = init.method ?? 'GET';
    const failure = this.failures.get(`${method} ${pathname}`);
    if (failure) return failure.clone();
    const body = init.body === undefined ? {} : JSON.parse(String(init.body));
    if (pathname === routes.cases) {
      return method === 'POST' ? this.#make(body as CaseContent) : this.#list(searchParams);
    }
    const [, caseId, ...rest] =
      /^\/api\/cases\/([^/]+)(?:\/items)?(?:\/(.+))?$/.exec(pathname) ?? [];
    const found = this.cases.find(({ id }) => id === caseId);
    if (!found) return fault('not-found', 404);
    if (pathname === routes.caseOf(found.id)) return this.#one(method, found, body as CaseChange);
    return this.#items(found, rest[0]?.split('/') ?? [], body as CaseItem);
  };

  #keep(next: Case): Response {
    this.cases = this.cases.map((each) => (each.id === next.id ? next : each));
    return Response.json(next);
  }

  #list(search: URLSearchParams): Response {
    this.asked.push(search);
    const text = (search.get('text') ?? '').toLowerCase();
    const state = search.get('state');
    const fitting = this.cases
      .filter(({ title }) => title.toLowerCase().includes(text))
      .filter(({ entries }) => {
        const wanted = search.get('holds');
        return wanted === null || entries.some(({ kind, id }) => `${kind}:${id}` === wanted);
      })
      .filter(({ closed }) => state === null || (state === 'closed') === (closed !== null));
    const count = ({ entries }: Case, kind: CaseItem['kind']) =>
      entries.filter((entry) => entry.kind === kind).length;
    const cases = fitting.map((one) => ({
      ...{ ...one, beginning: one.text.slice(0, 200) },
      counts: {
        ...{ bookmark: count(one, 'bookmark'), export: count(one, 'export') },
        alarm: count(one, 'alarm'),
      },
    }));
    return Response.json({ cases, more: false });
  }

  #make(content: CaseContent): Response {
    const made = caseOf(`made-${this.cases.length}`, content);
    this.cases = [made, ...this.cases];
    return Response.json(made, { status: 201 });
  }

  #one(method: string, found: Case, { state, revision, ...content }: CaseChange): Response {
    if (method === 'GET') return Response.json(found);
    if (method === 'DELETE') {
      this.cases = this.cases.filter((each) => each !== found);
      return new Response(null, { status: 204 });
    }
    if (revision !== found.revision) return fault('conflict', 409, 'changed');
    const closed = state === 'closed' ? { by: ada, atMs: noonMs } : null;
    return this.#keep({ ...found, ...content, closed, revision: revision + 1 });
  }

  #items(found: Case, [kind, id, restores]: readonly string[], body: CaseItem): Response {
    if (kind === undefined) {
      const added = bookmarkEntry(body.id, { kind: body.kind } as Partial<CaseEntry>);
      return this.#keep({ ...found, entries: [...found.entries, added] });
    }
    if (restores !== undefined) {
      const entries = [...this.#removed, ...found.entries];
      return this.#keep({ ...found, entries: entries.sort((a, b) => a.fromMs - b.fromMs) });
    }
    this.#removed = found.entries.filter((entry) => entry.id === id);
    this.#keep({ ...found, entries: found.entries.filter((entry) => entry.id !== id) });
    return new Response(null, { status: 204 });
  }
}

/** Shows a part to somebody. @returns what its window knows */
export async function showTo(role: Role, part: () => ReactElement): Promise<QueryClient> {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  client.setQueryData(sessionQuery().queryKey, {
    ...{ state: 'signed-in', may: [...verbsOf(role)], allCameras: true, locked: false },
    person: { ...ada, role },
  } as never);
  const router = createRouter({
    routeTree: createRootRoute({ component: part }),
    history: createMemoryHistory(),
  });
  await render(
    <QueryClientProvider client={client}>
      <div style={{ height: '100vh', display: 'flex' }}>
        <RouterProvider router={router as never} />
      </div>
      <ToastRegion closeLabel="Close" />
    </QueryClientProvider>,
  );
  return client;
}
