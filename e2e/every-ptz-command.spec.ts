import { type Product, type RunningSite, runProduct, runSite } from '../scripts/run-product.ts';
import { SiteControl } from '../scripts/site-control.ts';
import { SteeringClient } from '../scripts/steering-client.ts';
import { idsOf, type TurningCamera, turningCameras } from '../scripts/turning-cameras.ts';
import { routes } from '../src/api/routes.ts';
import { type PtzAxis, type PtzVelocity, ptzAxes } from '../src/domain/ptz.ts';
import { documentedCounts, documentedDevices, loggedAs } from './support/ptz-commands.ts';
import { expect, test } from './support/test.ts';
import { readyCameras } from './support/wall.ts';

type Sent = Readonly<Record<string, string>>;

/** Pan, tilt, zoom, focus and iris, each in both directions: what starts it and what ends it. */
const steered: Readonly<Record<string, Partial<Record<PtzAxis, readonly [Sent, Sent, Sent]>>>> = {
  tsapi: {
    pan: [{ move: '1,0' }, { move: '-1,0' }, { stop: '' }],
    tilt: [{ move: '0,1' }, { move: '0,-1' }, { stop: '' }],
    zoom: [{ zoom: '1' }, { zoom: '-1' }, { stop: '' }],
    focus: [{ focus: '-1' }, { focus: '1' }, { stop: '' }],
    iris: [{ iris: '1' }, { iris: '-1' }, { stop: '' }],
  },
  securityspy: {
    pan: [{ command: '2' }, { command: '1' }, { command: '99' }],
    tilt: [{ command: '3' }, { command: '4' }, { command: '99' }],
    zoom: [{ command: '5' }, { command: '6' }, { command: '99' }],
  },
  'securityspy-legacy': {
    pan: [{ command: '2' }, { command: '1' }, { command: '99' }],
    tilt: [{ command: '3' }, { command: '4' }, { command: '99' }],
    zoom: [{ command: '5' }, { command: '6' }, { command: '99' }],
  },
  ipcamera: {
    pan: [
      { continuouspantiltmove: '100,0' },
      { continuouspantiltmove: '-100,0' },
      { continuouspantiltmove: '0,0' },
    ],
    tilt: [
      { continuouspantiltmove: '0,100' },
      { continuouspantiltmove: '0,-100' },
      { continuouspantiltmove: '0,0' },
    ],
    zoom: [
      { continuouszoommove: '100' },
      { continuouszoommove: '-100' },
      { continuouszoommove: '0' },
    ],
    focus: [
      { continuousfocusmove: '-100' },
      { continuousfocusmove: '100' },
      { continuousfocusmove: '0' },
    ],
  },
  ipcam: {
    pan: [{ command: '6' }, { command: '4' }, { command: '7' }],
    tilt: [{ command: '0' }, { command: '2' }, { command: '1' }],
  },
};

/** Rows that change nothing. */
const reads = new Set(['preset.list', 'preset.reload', 'ptz.position', 'ptz.commands']);

test.describe('every documented command to steer', { tag: '@control' }, () => {
  let product: Product;
  let site: RunningSite;
  let control: SiteControl;

  test.beforeAll(async () => {
    test.setTimeout(120_000);
    site = await runSite(true);
    product = await runProduct(site.value.devices);
    control = new SiteControl(site.value.controlOrigin);
    await readyCameras(product, 20);
  });
  test.afterAll(async () => {
    await product?.stop();
    await site?.stop();
  });

  for (const { protocol, device, section, commands } of documentedDevices) {
    test(`${protocol}, ${section}: arrives as it is documented`, async () => {
      const { devices } = (await (await product.ask(routes.devices)).json()) as {
        devices: { id: string; name: string }[];
      };
      const id = devices.find(({ name }) => name === device)?.id ?? '';
      const before = (await control.commands(device)).length;
      for (const { endpoint, parameters } of commands) {
        const reply = await product.ask(routes.endpoint(id, endpoint), {
          method: 'POST',
          body: JSON.stringify({ query: parameters, confirm: true }),
        });
        expect(reply.status, `${endpoint} ${JSON.stringify(parameters)}`).toBe(200);
      }
      const noted = (await control.commands(device)).slice(before);
      // The product reads on its own what a camera can do and where it looks.
      const changes = noted.filter(({ kind }) => kind !== 'read');
      expect(changes.map((one) => one.parameters)).toEqual(
        commands.filter((command) => !reads.has(command.endpoint)).map(loggedAs),
      );
      expect(noted.map((one) => one.parameters)).toEqual(
        expect.arrayContaining(commands.map(loggedAs)),
      );
      expect(noted.filter(({ obeyed }) => !obeyed)).toEqual([]);
    });
  }

  test('are as many as the documents have', () => {
    const counts = Object.fromEntries(Object.keys(documentedCounts).map((name) => [name, 0]));
    for (const { protocol, commands } of documentedDevices) {
      counts[protocol] = (counts[protocol] ?? 0) + new Set(commands.map(keyOf)).size;
    }
    console.log(`commands sent: ${JSON.stringify(counts)}`);
    expect(counts).toEqual(documentedCounts);
  });

  test('each axis is steered by its own command, and stopped by its own', async () => {
    const cameras = Object.keys(steered).flatMap((protocol) =>
      turningCameras.filter((camera) => camera.protocol === protocol).slice(-1),
    );
    // The first channel has the lens; the second of a SecuritySpy has all.
    const chosen = cameras.map((camera) =>
      camera.protocol === 'tsapi' ? (turningCameras[0] ?? camera) : camera,
    );
    const ids = await idsOf(product, chosen);
    const session = await product.signIn('operator');
    const steer = async (camera: TurningCamera, cameraId: string) => {
      const client = await SteeringClient.open(product, session);
      client.ask({ type: 'attend', cameraId });
      for (const axis of ptzAxes) {
        const [plus, minus, stop] = steered[camera.protocol]?.[axis] ?? [];
        for (const [share, start] of [
          [1, plus],
          [-1, minus],
        ] as const) {
          if (start === undefined || stop === undefined) continue;
          const end = stopOf(camera.protocol, axis, share, stop);
          await pressAndRelease(client, camera, cameraId, { [axis]: share }, [start, end]);
        }
      }
      await client.close();
    };
    await Promise.all(chosen.map((camera, index) => steer(camera, ids[index] ?? '')));
  });

  /** The log of the device shows this beginning, then this end, and nothing else. */
  async function pressAndRelease(
    client: SteeringClient,
    { device, camera }: TurningCamera,
    cameraId: string,
    velocity: Partial<PtzVelocity>,
    [start, end]: readonly [Sent, Sent],
  ): Promise<void> {
    const before = (await control.commands(device, camera)).length;
    const since = async () =>
      (await control.commands(device, camera))
        .slice(before)
        .filter(({ kind }) => kind === 'move' || kind === 'stop')
        .map(({ parameters }) => parameters);
    client.hold(cameraId, velocity);
    await expect.poll(since, { intervals: [30] }).toHaveLength(1);
    client.stop(cameraId);
    await expect.poll(async () => (await since()).length, { intervals: [30] }).toBeGreaterThan(1);
    await expect.poll(() => client.steeringOf(cameraId)?.motion).toBe('still');
    // A stop that overtook the answer to the beginning is sent once more.
    const [first, ...stops] = await since();
    expect(first).toMatchObject(start);
    expect(stops).toEqual(stops.map(() => expect.objectContaining(end)));
  }
});

const keyOf = (command: object) => JSON.stringify(command);

/** Each start code of an IPCAM camera has a stop of its own, the number behind it. */
function stopOf(protocol: string, axis: PtzAxis, share: 1 | -1, stop: Sent): Sent {
  if (protocol !== 'ipcam' || share === 1) return stop;
  return { command: axis === 'pan' ? '5' : '3' };
}
