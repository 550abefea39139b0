import type { ConsoleCall, ConsoleReply, EndpointView, FieldSchema } from '../../api/console.ts';
import type { Problem } from '../../api/problem.ts';
import { routes } from '../../api/routes.ts';

/** A proxy for tests of the console, with the one device `d1`. */
export interface FakeConsole {
  readonly fetch: typeof fetch;
  readonly calls: { readonly endpoint: string; readonly call: ConsoleCall }[];
  /** How many calls were broken off by the window. */
  readonly hungUp: number;
  /** From now on every call is refused with it. */
  refuse(problem: Problem): void;
  /** From now on no call is answered. */
  hang(): void;
  failList(fails: boolean): void;
}

const integer = { type: 'integer', minimum: 0, maximum: 255 } as const;

const endpoints: readonly EndpointView[] = [
  row('settings.read', 'All settings', { reply: 'variables', secretReply: true }),
  row('camera.brightness', 'Set the brightness', {}, { param: { const: 1 }, value: integer }),
  row('device.reboot', 'Restart the device', { danger: 'disruptive' }),
  row('device.erase', 'Erase everything', { danger: 'destructive' }),
];

export function fakeConsole(): FakeConsole {
  const calls: FakeConsole['calls'] = [];
  let hungUp = 0;
  let refusal: Problem | null = null;
  let hangs = false;
  let listFails = false;

  const answer: typeof fetch = async (input, init) => {
    const path = String(input);
    if (path === routes.devices) return Response.json({ devices: [device] });
    if (path === routes.endpoints('d1')) {
      if (listFails) {
        return Response.json({ kind: 'internal', reason: 'internal' }, { status: 500 });
      }
      return Response.json({ document: 'A document', endpoints });
    }
    const call = JSON.parse(String(init?.body)) as ConsoleCall;
    if (refusal !== null) return Response.json(refusal, { status: 400 });
    if (hangs) {
      return new Promise((_, reject) => {
        init?.signal?.addEventListener('abort', () => {
          hungUp += 1;
          reject(init.signal?.reason);
        });
      });
    }
    const endpoint = path.split('/').at(-1) ?? '';
    calls.push({ endpoint, call });
    return Response.json(replyTo(endpoint, call, calls.length));
  };

  return {
    fetch: answer,
    calls,
    get hungUp() {
      return hungUp;
    },
    refuse: (problem) => {
      refusal = problem;
    },
    hang: () => {
      hangs = true;
    },
    failList: (fails) => {
      listFails = fails;
    },
  };
}

const device = {
  id: 'd1',
  name: 'East wing',
  protocolId: 'ipcam',
  protocolName: 'IPCAM CGI',
  address: 'http://192.168.1.20',
  username: 'guard',
  hasPassword: true,
  state: 'online',
  stateSinceMs: 0,
  cameras: [{ id: 'c1', name: 'Gate', number: 1, enabled: true }],
};

function row(
  id: string,
  summary: string,
  more: Partial<EndpointView>,
  properties: Record<string, FieldSchema> = {},
): EndpointView {
  return {
    id,
    method: 'GET',
    path: `/${id}.cgi`,
    summary,
    section: summary,
    role: 'administrator',
    danger: 'safe',
    reply: 'text',
    secretReply: false,
    body: 'none',
    query: { type: 'object', properties, required: Object.keys(properties) },
    ...more,
  };
}

function replyTo(endpoint: string, { reveal = false }: ConsoleCall, number: number): ConsoleReply {
  const isSettings = endpoint === 'settings.read';
  const secret = reveal ? 'open-sesame' : '••••';
  return {
    audit: {
      number,
      atMs: 0,
      actor: { kind: 'person', id: 'p1', name: 'Somebody', role: 'administrator' },
      object: { kind: 'device', id: 'd1', name: 'East wing' },
      operation: `ipcam.${endpoint}`,
      parameters: {},
      outcome: 'answered',
      detail: '200',
      revealed: reveal,
    },
    tookMs: 3,
    status: 200,
    contentType: 'text/plain',
    bytes: 3,
    ended: 'whole',
    masked: isSettings && !reveal,
    raw: isSettings ? `var pwd='${secret}';` : 'ok.',
    decoded: isSettings
      ? { form: 'table', rows: [{ name: 'pwd', values: [secret] }], omitted: 0 }
      : { form: 'text' },
  };
}
