import type { ReactElement } from 'react';
import type { ShownAlarm } from '../../device-access/shown-alarms.ts';
import { isEscalated } from '../../domain/alarm-offer.ts';
import { clockInZone, isoInZone } from '../../domain/zone-time.ts';
import { alarmPlace, ruleText } from '../../messages/alarm-text.ts';
import { t } from '../../messages/t.ts';
import { AlarmAge } from '../../playback/alarms/alarm-age.tsx';
import { AlarmPriorityMark } from '../../playback/alarms/alarm-priority.tsx';
import { AlarmStateText } from '../../playback/alarms/alarm-state-text.tsx';
import { classNames } from '../../ui/class-names.ts';
import type { DeskScope } from './desk-scope.ts';

export interface AlarmFactsProps {
  readonly shown: ShownAlarm;
  readonly scope: DeskScope;
  readonly personId: string;
  readonly wide: boolean;
}

/** What is to be known of an alarm at a glance. */
export function AlarmFacts({ shown, scope, personId, wide }: AlarmFactsProps): ReactElement {
  const { alarm } = shown;
  const { zone } = scope;
  const when = (
    <time
      dateTime={isoInZone(alarm.firstAtMs, zone)}
      title={isoInZone(alarm.firstAtMs, zone)}
      className={classNames('whitespace-nowrap text-xs text-text-2', !wide && 'ms-auto')}
    >
      {clockInZone(alarm.firstAtMs, zone)} · <AlarmAge atMs={alarm.firstAtMs} />
    </time>
  );
  return (
    <div className={classNames('min-w-0', wide && 'grow basis-80')}>
      <p className="flex flex-wrap items-center gap-x-2">
        <AlarmPriorityMark priority={alarm.priority} />
        <span className="min-w-0 font-semibold wrap-anywhere">{ruleText(alarm)}</span>
        {wide && when}
      </p>
      <p className="flex flex-wrap gap-x-3 text-text-2">
        <bdi className="min-w-0 text-text wrap-anywhere">{alarmPlace(alarm)}</bdi>
        {alarm.count > 1 && <span>{t('alarms.count', { count: alarm.count })}</span>}
      </p>
      <p className="flex flex-wrap gap-x-3 text-xs">
        <AlarmStateText shown={shown} zone={zone} />
        {alarm.owner !== null && (
          <span className="text-text-2">
            {alarm.owner.id === personId
              ? t('alarms.owner.self')
              : t('alarms.owner', { name: alarm.owner.name })}
          </span>
        )}
        <Escalated shown={shown} stands={scope.supervises} />
        {!wide && when}
      </p>
      {alarm.aside !== null && (
        <p className="text-xs text-text-2 wrap-anywhere">
          {t('alarms.aside', { reason: alarm.aside.reason, name: alarm.aside.by.name })}
        </p>
      )}
    </div>
  );
}

interface EscalatedProps {
  readonly shown: ShownAlarm;
  /** Stands out for those whose business it is. */
  readonly stands: boolean;
}

function Escalated({ shown, stands }: EscalatedProps): ReactElement | null {
  if (!isEscalated(shown.alarm)) return null;
  return (
    <span className={stands ? 'rounded-sm bg-p1 px-1.5 font-semibold text-black' : 'font-semibold'}>
      {t('alarms.escalated')}
    </span>
  );
}
