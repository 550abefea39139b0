import type { ReactElement } from 'react';
import type { AlarmView } from '../../api/alarms.ts';
import { alarmLine } from '../../messages/alarm-text.ts';
import { t } from '../../messages/t.ts';
import { AlarmPriorityMark } from '../alarms/alarm-priority.tsx';

export interface AlarmChipProps {
  readonly alarm: AlarmView;
  /** It has no tile here, or it waits until nobody has hands on the wall. */
  readonly why: 'elsewhere' | 'waiting';
  readonly more?: number;
  readonly onOpen?: ((alarmId: string) => void) | undefined;
}

/** An alarm of which the wall shows no picture now. */
export function AlarmChip({ alarm, why, more = 0, onOpen }: AlarmChipProps): ReactElement {
  const words = (
    <>
      <AlarmPriorityMark priority={alarm.priority} />
      <bdi className="min-w-0 truncate font-semibold">{alarmLine(alarm)}</bdi>
      <span className="shrink-0 text-text-2">{t(`wall.alarm.${why}`)}</span>
      {more > 0 && (
        <span className="shrink-0 text-text-2">{t('wall.alarm.more', { count: more })}</span>
      )}
    </>
  );
  if (onOpen === undefined) return <p className="alarm-chip">{words}</p>;
  return (
    <button type="button" className="alarm-chip" onClick={() => onOpen(alarm.id)}>
      {words}
    </button>
  );
}
