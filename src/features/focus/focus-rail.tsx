import type { ReactNode, RefObject } from 'react';
import type { CameraView } from '../../api/camera.ts';
import { useCameraZone } from '../../device-access/use-camera-zone.ts';
import { streamQualities } from '../../domain/stream.ts';
import { type PictureFit, pictureFits, type QualityChoice } from '../../domain/view.ts';
import { t } from '../../messages/t.ts';
import type { PictureTruth } from '../../playback/picture-truth.ts';
import { Button } from '../../ui/button.tsx';
import { FactRows } from '../../ui/fact-rows.tsx';
import { RailSection } from '../../ui/rail-section.tsx';
import { abilityWords, cameraFacts } from './camera-facts.ts';
import { ChoiceRow } from './choice-row.tsx';
import { useProxyClock } from './use-proxy-clock.ts';

const qualities: readonly QualityChoice[] = ['auto', ...streamQualities];

export interface FocusRailProps {
  readonly camera: CameraView;
  readonly quality: QualityChoice;
  readonly onQuality: (quality: QualityChoice) => void;
  readonly fit: PictureFit;
  readonly onFit: (fit: PictureFit) => void;
  readonly truth: RefObject<PictureTruth | null>;
  readonly onOpenDevice: (() => void) | undefined;
  /** Sections above all others. */
  readonly children?: ReactNode;
}

/** What is known of the camera, and how it is shown. */
export function FocusRail(props: FocusRailProps) {
  const { camera, quality, onQuality, fit, onFit, truth, onOpenDevice, children } = props;
  const nowMs = useProxyClock();
  const zone = useCameraZone(camera);
  const abilities = abilityWords(camera);
  const offered = qualities.filter(
    (each) => each === 'auto' || camera.streams.some((stream) => stream.quality === each),
  );
  return (
    <aside
      aria-label={t('focus.rail', { camera: camera.name })}
      className="relative flex w-80 shrink-0 flex-col gap-5 overflow-y-auto bg-panel p-4 max-[900px]:landscape:max-w-[60%] max-[900px]:portrait:w-full max-[900px]:portrait:shrink"
    >
      {children}
      <RailSection title={t('focus.show')}>
        <ChoiceRow
          label={t('wall.menu.stream')}
          value={quality}
          options={offered.map((value) => ({ value, text: t(`wall.quality.${value}`) }))}
          onChange={onQuality}
        />
        <ChoiceRow
          label={t('wall.menu.fit')}
          value={fit}
          options={pictureFits.map((value) => ({ value, text: t(`wall.fit.${value}`) }))}
          onChange={onFit}
        />
      </RailSection>
      <RailSection title={t('focus.facts')}>
        <FactRows facts={cameraFacts(camera, { nowMs, zone, truth: truth.current })} />
        {onOpenDevice && (
          <Button className="mt-1 self-start" onClick={onOpenDevice}>
            {t('wall.menu.device')}
          </Button>
        )}
      </RailSection>
      <RailSection title={t('focus.can')}>
        {abilities.length === 0 ? (
          <p className="text-text-3">{t('focus.can.nothing')}</p>
        ) : (
          <ul className="flex flex-wrap gap-1.5">
            {abilities.map((ability) => (
              <li key={ability} className="rounded-control bg-raised px-2 py-0.5 text-xs">
                {ability}
              </li>
            ))}
          </ul>
        )}
      </RailSection>
    </aside>
  );
}
