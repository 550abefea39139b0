import type { CameraView } from '../../api/camera.ts';
import type { ZoneChoice } from './playback-place.ts';

/** The one zone of the axis: of the first camera that says one, where those of the cameras differ. */
export function zoneOfPage(
  choice: ZoneChoice,
  cameras: readonly Pick<CameraView, 'zone'>[],
  siteZone: string,
): string {
  if (choice === 'utc') return 'UTC';
  if (choice === 'mine') return Intl.DateTimeFormat().resolvedOptions().timeZone;
  return cameras.find(({ zone }) => zone !== undefined)?.zone ?? siteZone;
}
