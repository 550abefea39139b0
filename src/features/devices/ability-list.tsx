import { Check, Minus } from 'lucide-react';
import type { ReactElement } from 'react';
import type { CameraView } from '../../api/camera.ts';
import { isPlayable } from '../../domain/stream.ts';
import type { MessageId } from '../../messages/t.ts';
import { t } from '../../messages/t.ts';

interface Ability {
  readonly label: MessageId;
  readonly of: (camera: CameraView) => boolean;
}

const abilities: readonly Ability[] = [
  {
    label: 'devices.found.ability.live',
    of: ({ streams }) => streams.some(isPlayable),
  },
  {
    label: 'devices.found.ability.sub',
    of: ({ streams }) => streams.some((s) => s.quality === 'sub' && isPlayable(s)),
  },
  { label: 'devices.found.ability.snapshot', of: ({ hasSnapshot }) => hasSnapshot },
  {
    label: 'devices.found.ability.pictureSettings',
    of: ({ hasPictureSettings }) => hasPictureSettings,
  },
  {
    label: 'devices.found.ability.ptz',
    of: ({ capabilities }) => capabilities.panTilt || capabilities.zoom,
  },
  {
    label: 'devices.found.ability.inputs',
    of: ({ capabilities: c }) => c.digitalInputs + c.relayOutputs + c.auxOutputs > 0,
  },
];

/** What was found and what is missing, as how many of the cameras have it. */
export function AbilityList({
  cameras,
}: {
  readonly cameras: readonly CameraView[];
}): ReactElement {
  return (
    <section className="rounded-control border border-line bg-panel p-4">
      <h3 className="font-semibold">{t('devices.found.abilities')}</h3>
      <ul className="mt-2 grid gap-x-8 gap-y-1 sm:grid-cols-2 xl:grid-cols-3">
        {abilities.map(({ label, of }) => {
          const have = cameras.filter(of).length;
          const Icon = have > 0 ? Check : Minus;
          return (
            <li key={label} className={`flex gap-2 ${have > 0 ? '' : 'text-text-3'}`}>
              <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${have > 0 ? 'text-ok' : ''}`} />
              <span className="min-w-0 grow">{t(label)}</span>
              <span className="whitespace-nowrap text-text-2">
                {t('devices.found.ability.count', { have, total: cameras.length })}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
