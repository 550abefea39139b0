import type { ReactElement } from 'react';
import type { AlarmView } from '../../api/alarms.ts';
import { ruleText } from '../../messages/alarm-text.ts';
import { AlarmPriorityMark } from '../alarms/alarm-priority.tsx';
import './wall-alarms.css';

/** Lies over a tile whose camera has an alarm: shape, word and colour. */
export function AlarmBorder({ alarm }: { readonly alarm: AlarmView }): ReactElement {
  return (
    <div className="alarm-border" data-tile-alarm={alarm.id} data-priority={alarm.priority}>
      <p className="alarm-border-mark">
        <AlarmPriorityMark priority={alarm.priority} />
        <bdi className="alarm-border-rule">{ruleText(alarm)}</bdi>
      </p>
    </div>
  );
}
