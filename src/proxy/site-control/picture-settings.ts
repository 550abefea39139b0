import type { PictureSettings, PictureSettingsChange } from '../../domain/camera.ts';
import type { ProxyParts } from '../api/proxy-parts.ts';
import { RequestFault } from '../request-fault.ts';
import { reachCamera } from './reach-camera.ts';
import { type Commander, sendCommand } from './send-command.ts';

type Parts = Pick<ProxyParts, 'audit' | 'bus' | 'directory'>;

export async function readPictureSettings(
  { directory }: Pick<Parts, 'directory'>,
  cameraId: string,
): Promise<PictureSettings> {
  const { operation, link, channel } = reachCamera(directory, cameraId, 'readPictureSettings');
  return operation(link, channel);
}

/** Changes them. How they are then, the device tells whoever reads them again. */
export async function changePictureSettings(
  { audit, bus, directory }: Parts,
  by: Commander,
  cameraId: string,
  change: PictureSettingsChange,
): Promise<void> {
  const reached = reachCamera(directory, cameraId, 'changePictureSettings');
  const { operation, link, channel, camera } = reached;
  const { operation: read } = reachCamera(directory, cameraId, 'readPictureSettings');
  const parameters = Object.fromEntries(
    Object.entries(change).map(([name, value]) => [name, String(value)]),
  );
  const command = { by, camera, operation: 'picture.change', parameters };
  await sendCommand(audit.record, command, async () => {
    const unfit = unfitField(await read(link, channel), change);
    if (unfit !== null) throw new RequestFault('invalid-input', unfit);
    await operation(link, channel, change);
  });
  bus.publish('site-control');
}

/** The field that the camera does not have, or whose number lies outside its range; else null. */
function unfitField(settings: PictureSettings, change: PictureSettingsChange): string | null {
  const names = (['brightness', 'contrast', 'mode', 'flipped', 'mirrored'] as const).filter(
    (name) => change[name] !== undefined,
  );
  if (names.length === 0) return 'body';
  for (const name of names) {
    if (settings[name] === undefined) return name;
    const value = change[name];
    if (name !== 'brightness' && name !== 'contrast') continue;
    const maximum = settings[name]?.maximum ?? 0;
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > maximum) {
      return name;
    }
  }
  return null;
}
