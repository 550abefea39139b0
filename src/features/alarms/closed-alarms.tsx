import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { type ReactElement, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { AlarmView } from '../../api/alarms.ts';
import { closedAlarmsQuery } from '../../device-access/alarm-queries.ts';
import { alarmState } from '../../device-access/alarm-state.ts';
import { connectionState } from '../../device-access/connection-state.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import { momentInZone } from '../../domain/zone-time.ts';
import { alarmLine } from '../../messages/alarm-text.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { AlarmPriorityMark } from '../../playback/alarms/alarm-priority.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { OlderLines } from '../../ui/older-lines.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { type AlarmsPlace, prioritiesOf } from './alarms-place.ts';
import type { DeskScope } from './desk-scope.ts';

const hourMs = 3_600_000;
const choices = [8, 24, 168] as const;

export interface ClosedAlarmsProps {
  readonly place: AlarmsPlace;
  readonly scope: DeskScope;
}

/** What was closed within a time, the last one first. */
export function ClosedAlarms({ place, scope }: ClosedAlarmsProps): ReactElement {
  const [hours, setHours] = useState<number>(choices[0]);
  const fromMs = useMemo(
    () => Date.now() + connectionState.getState().clockSkewMs - hours * hourMs,
    [hours],
  );
  // One that is closed leaves the open ones.
  const open = useStore(alarmState, ({ alarms }) => alarms?.size ?? 0);
  const query = useInfiniteQuery({
    ...closedAlarmsQuery(fromMs, open),
    placeholderData: keepPreviousData,
  });
  const priorities = prioritiesOf(place);
  const closed = (query.data?.pages ?? [])
    .flatMap((page) => page.alarms)
    .filter(({ priority }) => priorities.length === 0 || priorities.includes(priority));
  return (
    <>
      <SelectField
        label={t('desk.closed.since')}
        className="mx-4 w-40 sm:mx-8"
        value={String(hours)}
        onChange={(event) => setHours(Number(event.target.value))}
        options={choices.map((choice) => ({
          value: String(choice),
          label: t('desk.closed.hours', { hours: choice }),
        }))}
      />
      {query.isError && query.data === undefined ? (
        <Notice
          className="m-4"
          tone="error"
          title={t('desk.closed.failed')}
          actions={<Button onClick={() => void query.refetch()}>{t('desk.closed.again')}</Button>}
        >
          {problemText(problemOf(query.error)).todo}
        </Notice>
      ) : query.data === undefined ? (
        <Skeleton label={t('desk.closed.reading')} rows={4} rowClassName="h-12" />
      ) : (
        <>
          <ul aria-label={t('desk.page.closed')} className="mt-2">
            {closed.map((alarm) => (
              <ClosedRow key={alarm.id} alarm={alarm} scope={scope} />
            ))}
          </ul>
          <div className="px-4 sm:px-8">
            <OlderLines
              older={
                query.isFetchingNextPage
                  ? 'reading'
                  : query.isFetchNextPageError
                    ? 'failed'
                    : query.hasNextPage
                      ? 'waiting'
                      : 'end'
              }
              readOlder={() => void query.fetchNextPage()}
              words={{
                reading: t('desk.closed.reading'),
                failed: t('desk.closed.failed'),
                again: t('desk.closed.again'),
                more: t('desk.closed.more'),
                end: t(closed.length === 0 ? 'desk.closed.none' : 'desk.closed.end'),
              }}
            />
          </div>
        </>
      )}
    </>
  );
}

interface ClosedRowProps {
  readonly alarm: AlarmView;
  readonly scope: DeskScope;
}

function ClosedRow({ alarm, scope }: ClosedRowProps): ReactElement {
  const { closed, acknowledged } = alarm;
  const said = (atMs: number, by: string) => ({ time: momentInZone(atMs, scope.zone), name: by });
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-4 py-2 sm:px-8">
      <div className="min-w-0 grow basis-72">
        <p className="flex flex-wrap gap-x-2">
          <AlarmPriorityMark priority={alarm.priority} />
          <span className="min-w-0 font-medium wrap-anywhere">{alarmLine(alarm)}</span>
          <span className="text-text-2">{momentInZone(alarm.firstAtMs, scope.zone)}</span>
        </p>
        <p className="flex flex-wrap gap-x-3 text-xs text-text-2">
          {acknowledged !== null && (
            <span>
              {t('desk.acknowledged.by', said(acknowledged.atMs, acknowledged.by.name))}
              {acknowledged.reason !== null && ` · ${t(`alarms.reason.${acknowledged.reason}`)}`}
            </span>
          )}
          {closed !== null && <span>{t('desk.closed.by', said(closed.atMs, closed.by.name))}</span>}
        </p>
      </div>
      <Button onClick={() => scope.onOpen(alarm.id)}>{t('alarms.do.open')}</Button>
    </li>
  );
}
