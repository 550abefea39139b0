import type { KioskView } from '../../api/kiosk.ts';
import type { CameraGroup, CameraGroupContent } from '../../api/people.ts';
import { routes } from '../../api/routes.ts';
import type { View } from '../../domain/view.ts';

/** A proxy for tests of the list of screens: it knows the code `7KQ2-MXP4`. */
export interface FakeScreens {
  readonly fetch: typeof fetch;
  kiosks: KioskView[];
  groups: CameraGroup[];
  readonly asked: { readonly method: string; readonly path: string; readonly body: unknown }[];
  /** What the next change is answered with instead. */
  refusal: (() => Response) | null;
}

const cell = (cameraId: string) => ({ cameraId, fit: 'contain', quality: 'auto' }) as const;

const lobbyView: View = {
  id: 'v1',
  name: 'Lobby',
  layout: '4',
  cells: [cell('gate'), cell('lobby'), cell('gate')],
  alarmPolicy: 'border',
};
const yardView: View = {
  id: 'v2',
  name: 'Yard',
  layout: '1',
  cells: [cell('yard')],
  alarmPolicy: 'border',
};

export function screenNamed(name: string, over: Partial<KioskView> = {}): KioskView {
  return {
    id: name.toLowerCase(),
    name,
    viewId: 'v1',
    groupId: 'g1',
    pairedAtMs: 0,
    connected: true,
    lastSeenMs: 0,
    address: '192.168.1.30',
    endsAtMs: Date.UTC(2027, 10, 20),
    ...over,
  };
}

export function problem(reason: string, status: number, more: object = {}): () => Response {
  return () => Response.json({ kind: reason, reason, ...more }, { status });
}

export function fakeScreens(...kiosks: KioskView[]): FakeScreens {
  const screens: FakeScreens = {
    kiosks,
    groups: [{ id: 'g1', name: 'Gates', cameraIds: ['gate'] }],
    asked: [],
    refusal: null,
    fetch: async (input, init) => {
      const path = String(input);
      const method = init?.method ?? 'GET';
      const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
      if (method === 'GET') return Response.json(listAt(path, screens));
      screens.asked.push({ method, path, body });
      const { refusal } = screens;
      screens.refusal = null;
      return refusal?.() ?? change(method, path, body, screens);
    },
  };
  return screens;
}

function listAt(path: string, { kiosks, groups }: FakeScreens): object {
  if (path === routes.kiosks) return { kiosks };
  if (path === routes.cameraGroups) return { groups };
  if (path === routes.views) return { views: [lobbyView, yardView] };
  return { cameras: ['gate', 'lobby', 'yard'].map((id) => ({ id })) };
}

function change(method: string, path: string, body: unknown, screens: FakeScreens): Response {
  if (path === routes.cameraGroups) {
    const group = { id: `g${screens.groups.length + 1}`, ...(body as CameraGroupContent) };
    screens.groups.push(group);
    return Response.json(group, { status: 201 });
  }
  const id = path.slice(routes.kiosk('').length);
  if (method === 'DELETE') {
    screens.kiosks = screens.kiosks.filter((one) => one.id !== id);
    return new Response(null, { status: 204 });
  }
  if (method === 'PATCH') {
    screens.kiosks = screens.kiosks.map((one) =>
      one.id === id ? { ...one, ...(body as Partial<KioskView>) } : one,
    );
    return Response.json(screens.kiosks.find((one) => one.id === id));
  }
  const wanted = body as { code: string; name: string; viewId: string; groupId: string };
  if (wanted.code !== '7KQ2-MXP4') return problem('code-refused', 403)();
  const { name, viewId, groupId } = wanted;
  const kiosk = screenNamed(name, { viewId, groupId, connected: false });
  screens.kiosks.push(kiosk);
  return Response.json(kiosk, { status: 201 });
}
