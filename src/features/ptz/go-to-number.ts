import type { QueryClient } from '@tanstack/react-query';
import { presetsQuery } from '../../device-access/steering.ts';
import { goTo } from './go-to-preset.ts';
import type { Helm } from './helm.ts';

/** Sends a camera to the preset of a number, or says that there is none. */
export async function goToNumber(
  queryClient: QueryClient,
  helm: Helm,
  number: number,
): Promise<void> {
  if (helm.can.presets === null) return;
  await helm.attempt(async () => {
    const presets = await queryClient.ensureQueryData(presetsQuery(helm.cameraId));
    const preset = presets.find((each) => each.number === number);
    if (preset === undefined) helm.hint({ kind: 'no-preset', number });
    else await goTo(helm, preset);
  });
}
