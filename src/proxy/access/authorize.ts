import type { CameraId } from '../../domain/camera.ts';
import { roleMay, type Verb } from '../../domain/role.ts';
import type { CallerRights } from './caller.ts';

/** A camera that was found under the id that somebody sent. */
export interface CameraStanding {
  readonly id: CameraId;
  /** Found by a probe and not saved: nobody's yet, so that only an administrator may see it. */
  readonly isDraft: boolean;
}

/** The one place that decides. Whatever is not allowed here is refused. */
export function authorize(caller: CallerRights, verb: Verb, camera?: CameraStanding): boolean {
  if (caller.kind === 'nobody') return false;
  if (caller.kind === 'kiosk') return verb === 'view' && !camera?.isDraft && sees(caller, camera);
  const { role } = caller.person;
  if (!roleMay(role, verb)) return false;
  return camera?.isDraft ? roleMay(role, 'administer') : sees(caller, camera);
}

function sees(caller: Exclude<CallerRights, { kind: 'nobody' }>, camera?: CameraStanding): boolean {
  return camera === undefined || caller.sees === 'all' || caller.sees.has(camera.id);
}
