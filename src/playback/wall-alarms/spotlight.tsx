import type { ReactElement } from 'react';
import type { AlarmView } from '../../api/alarms.ts';
import type { CameraView } from '../../api/camera.ts';
import { useSiteZone } from '../../device-access/use-site-zone.ts';
import { clockInZone } from '../../domain/zone-time.ts';
import { alarmLine, ruleText } from '../../messages/alarm-text.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { AlarmAge } from '../alarms/alarm-age.tsx';
import { AlarmPriorityMark } from '../alarms/alarm-priority.tsx';
import { CameraTile } from '../camera-tile.tsx';
import { PictureSurface } from '../picture-surface.tsx';

export interface SpotlightProps {
  readonly alarm: AlarmView;
  readonly camera: CameraView;
  readonly onOpen: ((alarmId: string) => void) | undefined;
  readonly onDismiss: ((alarmId: string) => void) | undefined;
}

/** The live picture of an alarm, large, with what it is about. */
export function Spotlight({ alarm, camera, onOpen, onDismiss }: SpotlightProps): ReactElement {
  const zone = useSiteZone();
  return (
    <section
      aria-label={t('wall.alarm.spotlight', { alarm: alarmLine(alarm) })}
      className="spotlight"
      data-spotlight-alarm={alarm.id}
      data-priority={alarm.priority}
    >
      <PictureSurface className="spotlight-picture" unattended={onOpen === undefined}>
        <CameraTile camera={camera} fit="contain" quality="auto" />
      </PictureSurface>
      <div className="spotlight-words">
        <AlarmPriorityMark priority={alarm.priority} />
        <bdi className="font-semibold wrap-anywhere">{ruleText(alarm)}</bdi>
        {alarm.subject !== '' && <bdi className="wrap-anywhere">{alarm.subject}</bdi>}
        <span className="text-text-2">
          {clockInZone(alarm.lastAtMs, zone)} · <AlarmAge atMs={alarm.lastAtMs} />
        </span>
        <div className="ms-auto flex gap-2">
          {onOpen !== undefined && (
            <Button look="primary" onClick={() => onOpen(alarm.id)}>
              {t('wall.alarm.open')}
            </Button>
          )}
          {onDismiss !== undefined && (
            <Button onClick={() => onDismiss(alarm.id)}>{t('wall.alarm.dismiss')}</Button>
          )}
        </div>
      </div>
    </section>
  );
}
