import type { KeyboardEvent, ReactElement } from 'react';
import type { ShownAlarm } from '../../device-access/shown-alarms.ts';
import { needsAcknowledgement } from '../../domain/alarm-offer.ts';
import { alarmLine } from '../../messages/alarm-text.ts';
import { t } from '../../messages/t.ts';
import { AlarmAsking } from '../../playback/alarms/alarm-asking.tsx';
import { AlarmButtons } from '../../playback/alarms/alarm-buttons.tsx';
import { alarmKey } from '../../playback/alarms/alarm-keys.ts';
import { useAlarmHandling } from '../../playback/alarms/use-alarm-handling.ts';
import { classNames } from '../../ui/class-names.ts';
import { AlarmFacts } from './alarm-facts.tsx';
import { AlarmPreview } from './alarm-preview.tsx';
import type { DeskScope } from './desk-scope.ts';

export interface AlarmRowProps {
  readonly shown: ShownAlarm;
  readonly scope: DeskScope;
  /** The one that the keys are of. */
  readonly isCurrent: boolean;
  /** Somebody has turned to it, and wants to see it. */
  readonly isChosen: boolean;
  readonly onCurrent: () => void;
  /** On a page its buttons are always there. */
  readonly wide: boolean;
}

const edges = {
  1: 'border-s-p1',
  2: 'border-s-p2',
  3: 'border-s-p3',
  4: 'border-s-p4',
} as const;

/** One alarm: what, where, since when, how it stands, and what can be done. */
export function AlarmRow(props: AlarmRowProps): ReactElement {
  const { shown, scope, isCurrent, isChosen, onCurrent, wide } = props;
  const { alarm } = shown;
  const handling = useAlarmHandling(shown);
  const open = () => scope.onOpen(alarm.id);
  const press = (event: KeyboardEvent<HTMLElement>) => {
    // A menu stands elsewhere on the page, and its keys are its own.
    if (event.defaultPrevented || !event.currentTarget.contains(event.target as Node)) return;
    const kind = alarmKey(event, scope.singleKeys);
    const opens = event.key === 'Enter' && event.target === event.currentTarget;
    if (kind === null && !opens) return;
    event.preventDefault();
    if (kind === null) open();
    else handling.start(kind);
  };
  const pictured = alarm.cameraId ?? alarm.linkedCameraIds[0];
  const waits = needsAcknowledgement(alarm);
  return (
    <article
      data-alarm={alarm.id}
      aria-label={`${t(`alarms.priority.${alarm.priority}`)}: ${alarmLine(alarm)}`}
      aria-current={isCurrent || undefined}
      tabIndex={isCurrent ? 0 : -1}
      onFocus={onCurrent}
      onKeyDown={press}
      className={classNames(
        'border-b border-b-line border-s-4 px-3 py-2 outline-offset-[-2px] focus-visible:shadow-none',
        waits ? `${edges[alarm.priority]} bg-raised` : 'border-s-transparent',
        isChosen && 'bg-hover',
      )}
    >
      <div className={classNames('flex gap-x-4 gap-y-2', wide ? 'flex-wrap' : 'flex-col')}>
        <AlarmFacts shown={shown} scope={scope} personId={handling.hands.personId} wide={wide} />
        {isChosen && !wide && pictured !== undefined && <AlarmPreview cameraId={pictured} />}
        {(wide || isCurrent) && (
          <AlarmButtons handling={handling} onOpen={open} large={wide && scope.narrow} />
        )}
      </div>
      <AlarmAsking handling={handling} />
    </article>
  );
}
