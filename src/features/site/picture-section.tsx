import { useQuery } from '@tanstack/react-query';
import { pictureSettingsQuery } from '../../device-access/site-control.ts';
import { t } from '../../messages/t.ts';
import { RailSection } from '../../ui/rail-section.tsx';
import { DeviceAnswer } from './device-answer.tsx';
import { PictureControls } from './picture-controls.tsx';
import { PictureFacts } from './picture-facts.tsx';

export interface PictureSectionProps {
  readonly cameraId: string;
  /** Whether whoever looks may change them, and the camera lets them be changed. */
  readonly changes: boolean;
}

/** The camera's own settings, as it says them. */
export function PictureSection({ cameraId, changes }: PictureSectionProps) {
  const query = useQuery(pictureSettingsQuery(cameraId));
  return (
    <RailSection title={t('site.picture')}>
      <DeviceAnswer query={query} loading={t('site.picture.loading')}>
        {(settings) =>
          changes ? (
            <PictureControls cameraId={cameraId} settings={settings} />
          ) : (
            <PictureFacts settings={settings} />
          )
        }
      </DeviceAnswer>
    </RailSection>
  );
}
