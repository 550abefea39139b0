import type { CameraView } from '../../api/camera.ts';
import type { DeviceCertificate } from '../../api/certificate.ts';
import type { NewDevice } from '../../api/device.ts';
import type { ProbeEvent, ProbeFindings, ProbeRequest } from '../../api/probe.ts';
import type { Problem } from '../../api/problem.ts';
import { routes } from '../../api/routes.ts';
import type { ViewContent } from '../../api/view.ts';
import { noCapabilities, noOffers } from '../../domain/camera.ts';

/** A proxy for tests of the wizard. The account `guard` with the password `right` is good. */
export interface FakeProxy {
  readonly fetch: typeof fetch;
  readonly probes: ProbeRequest[];
  readonly saved: NewDevice[];
  readonly views: ViewContent[];
  /** How many checks were broken off by the window. */
  readonly hungUp: number;
}

export function fakeProxy(): FakeProxy {
  const probes: ProbeRequest[] = [];
  const saved: NewDevice[] = [];
  const views: ViewContent[] = [];
  let hungUp = 0;

  const answer: typeof fetch = async (input, init) => {
    const path = String(input);
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    if (path === routes.site) return Response.json({ protocols: [] });
    if (path === routes.probes) {
      probes.push(body as ProbeRequest);
      init?.signal?.addEventListener('abort', () => {
        hungUp += 1;
      });
      return ndjson(climb(body as ProbeRequest, probes.length), init?.signal);
    }
    if (path === routes.devices && init?.method === 'POST') {
      saved.push(body as NewDevice);
      const { name, cameras } = body as NewDevice;
      return Response.json({ id: 'd1', name, cameras }, { status: 201 });
    }
    if (path === routes.views && init?.method === 'POST') {
      views.push(body as ViewContent);
      return Response.json({ id: 'v1', ...(body as ViewContent) }, { status: 201 });
    }
    return Response.json({ kind: 'not-found', reason: 'not-found' }, { status: 404 });
  };

  return {
    fetch: answer,
    probes,
    saved,
    views,
    get hungUp() {
      return hungUp;
    },
  };
}

/** What the device at `https://own.lan` shows, for which nobody vouches. */
export const ownCertificate: DeviceCertificate = {
  subject: 'CN=camera',
  issuer: 'CN=camera',
  fingerprint: Array.from({ length: 32 }, () => 'AB').join(':'),
  key: 'a'.repeat(64),
  validFromMs: Date.UTC(2025, 0, 2),
  validUntilMs: Date.UTC(2035, 0, 2),
};

/** `null` stands for a device that never goes on. */
function climb(probe: ProbeRequest, attempt: number): readonly (ProbeEvent | null)[] {
  const address = passed('address');
  if (probe.address === 'slow.lan') return [...address, { type: 'begin', rung: 'connect' }, null];
  if (probe.address === 'searching.lan') {
    return [...address, { type: 'begin', rung: 'login' }, ...searched(0, 1, 2, 3, 4), null];
  }
  if (probe.address === 'shy.lan') {
    return [
      ...address,
      { type: 'end', rung: 'protocol', outcome: 'skipped', tookMs: 2 },
      ...stopped('login', { kind: 'unauthorized', reason: 'login-needed' }),
    ];
  }
  if (probe.address.endsWith('.99')) {
    return [...address, ...stopped('connect', { kind: 'timeout', reason: 'dial-timeout' })];
  }
  if (probe.address === 'https://own.lan' && probe.trustedKey !== ownCertificate.key) {
    const problem = { kind: 'unreachable', reason: 'certificate-untrusted' } as const;
    return [
      ...address,
      { type: 'certificate', certificate: ownCertificate },
      ...stopped('tls', problem),
    ];
  }
  const reached = [...address, ...passed('connect'), ...passed('protocol')];
  const unauthorized = (reason: 'login-needed' | 'login-refused') =>
    stopped('login', { kind: 'unauthorized', reason });
  if (probe.username === undefined) return [...reached, ...unauthorized('login-needed')];
  if (probe.password !== 'right') return [...reached, ...unauthorized('login-refused')];
  return [...reached, ...passed('login'), { type: 'found', findings: findings(attempt) }];
}

function passed(rung: 'address' | 'connect' | 'protocol' | 'login'): readonly ProbeEvent[] {
  return [
    { type: 'begin', rung },
    { type: 'end', rung, outcome: 'passed', tookMs: 2 },
  ];
}

function searched(...numbers: readonly number[]): readonly ProbeEvent[] {
  return numbers.map((done) => ({ type: 'progress', rung: 'channels', done, most: 32 }));
}

function stopped(rung: 'connect' | 'tls' | 'login', problem: Problem): readonly ProbeEvent[] {
  return [
    { type: 'end', rung, outcome: 'failed', tookMs: 2, problem },
    { type: 'stopped', rung, problem },
  ];
}

function findings(attempt: number): ProbeFindings {
  return {
    draftId: `draft-${attempt}`,
    protocolId: 'tsapi',
    protocolName: 'TS-API',
    address: 'http://192.168.1.20',
    suggestedName: 'TS-NVR',
    product: 'TS-NVR',
    cameras: [camera(1), camera(2)],
    offers: ['identify', 'listCameras'],
    lacks: [],
  };
}

function camera(number: number): CameraView {
  return {
    id: `c${number}`,
    deviceId: 'd1',
    deviceName: 'TS-NVR',
    number,
    name: `CAM${number}`,
    state: 'connected',
    stateSinceMs: 0,
    streams: [
      { id: 'main', kind: 'hls', quality: 'main' },
      { id: 'slow', kind: 'hls', quality: 'sub' },
      { id: 'small', kind: 'mjpeg', quality: 'sub', width: 320, height: 240 },
    ],
    hasSnapshot: false,
    hasPictureSettings: false,
    offers: noOffers,
    capabilities: noCapabilities,
  };
}

function ndjson(events: readonly (ProbeEvent | null)[], signal?: AbortSignal | null): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      signal?.addEventListener('abort', () => controller.error(signal.reason));
      for (const event of events) {
        if (event === null) return;
        controller.enqueue(encoder.encode(`${JSON.stringify(event)}\n`));
      }
      controller.close();
    },
  });
  return new Response(body);
}
