import { ArrowLeft, ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import type { ShownAlarm } from '../../device-access/shown-alarms.ts';
import { alarmPlace, ruleText } from '../../messages/alarm-text.ts';
import { t } from '../../messages/t.ts';
import { AlarmAge } from '../../playback/alarms/alarm-age.tsx';
import { AlarmPriorityMark } from '../../playback/alarms/alarm-priority.tsx';
import { AlarmStateText } from '../../playback/alarms/alarm-state-text.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import type { AlarmPageRoads } from './alarm-page-roads.ts';
import type { Neighbours } from './use-neighbours.ts';

export interface AlarmHeadProps {
  readonly shown: ShownAlarm;
  readonly zone: string;
  readonly neighbours: Neighbours;
  readonly roads: AlarmPageRoads;
  readonly more: ReactNode;
}

export function AlarmHead(props: AlarmHeadProps): ReactElement {
  const { shown, zone, neighbours, roads, more } = props;
  const { alarm } = shown;
  const { previous, next, position, count } = neighbours;
  return (
    <header className="flex shrink-0 items-start gap-2 border-b border-line bg-panel px-2 py-2 sm:items-center">
      <IconButton
        icon={ArrowLeft}
        label={t('alarm.back')}
        className="rtl:-scale-x-100"
        onClick={roads.back}
      />
      <div className="flex min-w-0 grow flex-wrap items-baseline gap-x-4 gap-y-1 py-1">
        <AlarmPriorityMark priority={alarm.priority} />
        <h1 className="min-w-0 font-semibold text-base wrap-anywhere">
          <bdi>{ruleText(alarm)}</bdi>
        </h1>
        <bdi className="min-w-0 wrap-anywhere">{alarmPlace(alarm)}</bdi>
        <AlarmStateText shown={shown} zone={zone} />
        <span className="text-text-2">
          <AlarmAge atMs={alarm.lastAtMs} />
        </span>
      </div>
      {position !== null && (
        <span className="hidden shrink-0 pt-1.5 text-text-2 sm:inline sm:pt-0">
          {t('alarm.position', { position, count })}
        </span>
      )}
      {more}
      <IconButton
        icon={ChevronLeft}
        label={t('alarm.previous')}
        className="rtl:-scale-x-100"
        disabled={previous === null}
        onClick={() => previous !== null && roads.openAlarm(previous)}
      />
      <IconButton
        icon={ChevronRight}
        label={t('alarm.next')}
        className="rtl:-scale-x-100"
        disabled={next === null}
        onClick={() => next !== null && roads.openAlarm(next)}
      />
    </header>
  );
}
