import { type View, wallLayouts } from '../domain/view.ts';
import type { EventBus } from './cluster/event-bus.ts';
import type { SeedSite } from './proxy-options.ts';
import type { CameraDirectory, FoundCamera } from './registry/camera-directory.ts';
import type { DeviceRegistry } from './registry/device-registry.ts';
import type { DeviceWatch } from './registry/device-watch.ts';
import { opaqueId } from './registry/opaque-id.ts';
import type { Store } from './store/store.ts';

export interface SeedDependencies {
  readonly store: Store;
  readonly bus: EventBus;
  readonly registry: DeviceRegistry;
  readonly watch: DeviceWatch;
  readonly directory: CameraDirectory;
}

/**
 * Registers the devices of a site that are not registered yet, one by one, so that their cameras
 * are numbered in its order.
 */
export async function seedDevices(site: SeedSite, to: SeedDependencies): Promise<void> {
  for (const seed of site.devices) {
    const origin = new URL(seed.origin).origin;
    const { entryTarget } = seed;
    const held = to.registry.devices.some(
      ({ row }) => row.origin === origin && row.entryTarget === entryTarget,
    );
    if (held) continue;
    const row = {
      id: opaqueId(),
      name: seed.name,
      protocolId: seed.protocol,
      origin,
      entryTarget,
      username: seed.username,
    };
    const device = to.registry.activate(row, to.registry.seal(row, seed.password));
    await to.registry.add(device, { name: seed.name, cameras: [] });
    await to.watch.checkNow(row.id);
  }
}

/**
 * Where there is no wall yet, makes the walls that the site names, or else one of all cameras, as
 * soon as there is a camera.
 */
export async function seedViews(
  { views }: Pick<SeedSite, 'views'>,
  to: SeedDependencies,
): Promise<void> {
  if ((await to.store.readViews()).length > 0) return;
  await new Promise<void>((resolve) => {
    if (to.directory.cameras.length > 0) return resolve();
    const stop = to.bus.subscribe(() => {
      if (to.directory.cameras.length === 0) return;
      stop();
      resolve();
    });
  });
  const { cameras } = to.directory;
  const wanted =
    views.length > 0 ? views : [{ name: 'All cameras', devices: cameras.map(nameOfDevice) }];
  for (const { name, devices } of wanted) {
    const shown = cameras.filter((camera) => devices.includes(nameOfDevice(camera)));
    await to.store.saveView(wallOf(name, shown));
  }
  to.bus.publish('views');
}

function nameOfDevice({ device }: FoundCamera): string {
  return device.row.name;
}

function wallOf(name: string, cameras: readonly FoundCamera[]): View {
  const layout = wallLayouts.find((one) => Number(one) >= cameras.length) ?? '36';
  return {
    id: opaqueId(),
    name,
    layout,
    cells: Array.from({ length: Number(layout) }, (_, index) => {
      const cameraId = cameras[index]?.camera.row.id;
      return cameraId === undefined ? null : { cameraId, fit: 'contain', quality: 'auto' };
    }),
    alarmPolicy: 'border',
  };
}
