import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as z from 'zod';
import { noCapabilities } from '../../domain/camera.ts';
import { noPtz, type PtzVelocity, ptzAxes, velocityOf } from '../../domain/ptz.ts';
import type { DeviceLink, Endpoint, Operations, Protocol } from '../../protocols/protocol.ts';
import type { ProxyParts } from '../api/proxy-parts.ts';
import { testProtocol } from '../link/test-server.ts';
import { ActiveDevice } from '../registry/active-device.ts';
import { opaqueId } from '../registry/opaque-id.ts';
import { Sealer } from '../registry/sealer.ts';
import { still as picture } from './still-camera.ts';

/** What the device makes of one command. */
export type Fault = 'obeys' | 'fails' | 'hangs' | 'refuses';

/** A device of a test whose one camera moves as it is told, and that writes down what it is told. */
export interface SteeredDevice {
  readonly origin: string;
  /** Words of the commands that came, as `move pan=0.5`. */
  readonly commands: string[];
  /** Asked for each command that comes. */
  judge: (command: string) => Fault;
  /** How it moves now. */
  readonly velocity: PtzVelocity;
  stop(): Promise<void>;
}

const row = (id: string): Endpoint => ({
  id,
  method: 'GET',
  path: `/${id}`,
  query: z.object({}),
  reply: 'text',
  role: 'operator',
  danger: 'disruptive',
  summary: 'For tests.',
  section: 'none',
});

async function tell(link: DeviceLink, id: string, query: Record<string, string | number> = {}) {
  const reply = await link.call({ endpoint: row(id), query });
  return reply.text;
}

const operations: Operations = {
  readPtzAbilities: async () => ({
    ...noPtz,
    moves: ['pan', 'tilt', 'zoom'],
    steps: ['focus'],
    diagonal: true,
    speed: true,
    centre: true,
    home: true,
    autofocus: ['once'],
    presets: { most: 3, named: true },
  }),
  movePtz: async (link, _, velocity) => void (await tell(link, 'move', { ...velocity })),
  stopPtz: async (link) => void (await tell(link, 'stop')),
  stepPtz: async (link, _, step) => void (await tell(link, 'step', { ...step })),
  readPtzPosition: async () => ({ pan: 12, zoom: 3 }),
  centrePtz: async (link, _, { x, y }, { streamId, width = 0 }) =>
    void (await tell(link, 'centre', { x, y, streamId, width })),
  goHome: async (link) => void (await tell(link, 'home')),
  listPresets: async (link) => JSON.parse(await tell(link, 'presets')),
  goToPreset: async (link, _, id) => void (await tell(link, 'go', { id })),
  savePreset: async (link, _, { id, name }) =>
    JSON.parse(await tell(link, 'save', { id: id ?? '', name })),
  removePreset: async (link, _, id) => void (await tell(link, 'remove', { id })),
  listTours: async () => [
    { id: 'sequence-1', kind: 'sequence', number: 1, name: 'Night', editable: true },
  ],
  startTour: async (link, _, id) => void (await tell(link, 'start', { id })),
  stopTour: async (link, _, id) => void (await tell(link, 'end', { id })),
  readTour: async () => ({ kind: 'sequence', name: 'Night', stops: [] }),
  saveTour: async (link, _, id, plan) => {
    const { kind } = plan;
    await tell(link, 'plan', { id, kind, name: plan.kind === 'sequence' ? plan.name : '' });
  },
};

const steeredProtocol: Protocol = testProtocol({ id: 'steered', operations });

export async function startSteeredDevice(): Promise<SteeredDevice> {
  const commands: string[] = [];
  const presets = new Map<string, string>();
  let velocity = velocityOf({});
  const act = (id: string, query: URLSearchParams): string => {
    const preset = query.get('id') ?? '';
    if (id === 'move') {
      velocity = velocityOf(
        Object.fromEntries(ptzAxes.map((axis) => [axis, Number(query.get(axis) ?? 0)])),
      );
    }
    if (id === 'stop') velocity = velocityOf({});
    if (id === 'save') {
      const saved = preset === '' ? String(presets.size + 1) : preset;
      presets.set(saved, query.get('name') ?? '');
      return JSON.stringify({ id: saved, number: Number(saved), name: presets.get(saved) });
    }
    if (id === 'remove') presets.delete(preset);
    const list = [...presets].map(([id, name]) => ({ id, number: Number(id), name }));
    return id === 'presets' ? JSON.stringify(list) : 'ok';
  };
  const answer = (response: ServerResponse, id: string, query: URLSearchParams) => {
    if (id === 'still.jpg') {
      response.writeHead(200, { 'content-type': 'image/jpeg' }).end(picture);
      return;
    }
    const words = [...query].filter(([, value]) => value !== '0').map((pair) => pair.join('='));
    const command = [id, ...words].join(' ');
    if (id !== 'presets') commands.push(command);
    const fault = device.judge(command);
    if (fault === 'hangs') return;
    if (fault === 'fails') response.writeHead(500).end('no');
    else if (fault === 'refuses') response.writeHead(403).end('no');
    else response.end(act(id, query));
  };
  const server = createServer(({ url = '' }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://device');
    answer(response, pathname.slice(1), searchParams);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const device: SteeredDevice = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    commands,
    judge: () => 'obeys',
    get velocity() {
      return velocity;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return device;
}

/** @returns the ids of the device and of its camera */
export async function registerSteered(
  { registry, probing }: ProxyParts,
  { origin }: SteeredDevice,
  name = 'Gate',
): Promise<{ deviceId: string; cameraId: string }> {
  const id = opaqueId();
  const { connect, addresses } = probing;
  const device = new ActiveDevice(
    {
      row: { id, name, protocolId: 'steered', origin, entryTarget: '/', username: '' },
      sealedPassword: undefined,
      cameras: [],
      protocol: steeredProtocol,
    },
    { sealer: new Sealer(new Uint8Array(32)), connect, addresses, nowMs: 0 },
  );
  const description = {
    capabilities: noCapabilities,
    streams: [
      { id: 'main', kind: 'mjpeg', quality: 'main', target: '/live', width: 640, height: 480 },
    ] as const,
    snapshotTarget: '/still.jpg',
  };
  const camera = { id: opaqueId(), deviceId: id, channel: '1', number: 1, name, enabled: true };
  device.cameras = [{ row: { ...camera, description }, state: 'connected', stateSinceMs: 0 }];
  await registry.add(device, { name, cameras: [] });
  return { deviceId: id, cameraId: camera.id };
}
