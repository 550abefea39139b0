import { setTimeout } from 'node:timers/promises';
import { routes } from '../src/api/routes.ts';
import type { Product, SeededDevice } from './run-product.ts';

/** A simulated camera that turns until it is told to stop. */
export interface TurningCamera {
  readonly protocol: string;
  /** As the product calls them; a server that knows no names numbers its cameras. */
  readonly device: string;
  readonly name: string;
  /** The device's own number of the camera. */
  readonly camera: number;
}

/** Every one of the whole site, by protocol. */
export const turningCameras: readonly TurningCamera[] = [
  { protocol: 'tsapi', device: 'Riverside recorder', name: 'Main gate', camera: 1 },
  { protocol: 'tsapi', device: 'Riverside recorder', name: 'Car park', camera: 4 },
  { protocol: 'securityspy', device: 'Annex video server', name: 'Aisle 2', camera: 1 },
  { protocol: 'securityspy', device: 'Annex video server', name: 'Roof plant', camera: 3 },
  {
    protocol: 'securityspy-legacy',
    device: 'Shop video server',
    name: 'Shop video server 1',
    camera: 1,
  },
  { protocol: 'ipcamera', device: 'Tower', name: 'Tower', camera: 1 },
  { protocol: 'ipcam', device: 'Roof', name: 'Roof', camera: 1 },
  { protocol: 'ipcam', device: 'Workshop', name: 'Workshop', camera: 1 },
  { protocol: 'ipcam', device: 'Canteen', name: 'Canteen', camera: 1 },
  { protocol: 'ipcam', device: 'Yard', name: 'Yard', camera: 1 },
];

/** Devices of a further site beside those of the first: the product shows them by these names. */
export function namedAfter(prefix: string, devices: readonly SeededDevice[]): SeededDevice[] {
  return devices.map((device) => ({ ...device, name: `${prefix}${device.name}` }));
}

interface DeviceList {
  readonly devices: readonly {
    readonly name: string;
    readonly cameras: readonly { readonly id: string; readonly name: string }[];
  }[];
}

/** A server that lists no cameras is searched for them, which takes its time. */
const listedWithinMs = 60_000;

/** Our own ids of these cameras, in their order, once all of them are known. */
export async function idsOf(
  product: Product,
  cameras: readonly TurningCamera[],
  prefix = '',
): Promise<string[]> {
  const untilMs = Date.now() + listedWithinMs;
  for (;;) {
    try {
      return await listedIds(product, cameras, prefix);
    } catch (failure) {
      if (!(failure instanceof RangeError) || Date.now() > untilMs) throw failure;
    }
    await setTimeout(250);
  }
}

async function listedIds(
  product: Product,
  cameras: readonly TurningCamera[],
  prefix: string,
): Promise<string[]> {
  const { devices } = (await (await product.ask(routes.devices)).json()) as DeviceList;
  return cameras.map(({ device, name }) => {
    const found = devices.find((one) => one.name === `${prefix}${device}`);
    const camera = found?.cameras.find((one) => one.name.endsWith(name));
    if (camera === undefined) throw new RangeError(`no camera ${name} of ${prefix}${device}`);
    return camera.id;
  });
}
