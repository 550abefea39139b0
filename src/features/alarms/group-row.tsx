import { ChevronDown, ChevronRight } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { needsAcknowledgement } from '../../domain/alarm-offer.ts';
import { ruleText } from '../../messages/alarm-text.ts';
import { t } from '../../messages/t.ts';
import { AlarmAge } from '../../playback/alarms/alarm-age.tsx';
import { AlarmPriorityMark } from '../../playback/alarms/alarm-priority.tsx';
import type { AlarmLine } from './alarm-lines.ts';
import { AlarmRow, type AlarmRowProps } from './alarm-row.tsx';

export interface GroupRowProps extends Pick<AlarmRowProps, 'scope' | 'wide'> {
  readonly group: Extract<AlarmLine, { kind: 'group' }>;
  readonly entryId: string | null;
  readonly chosenId: string | null;
  readonly onCurrent: (alarmId: string) => void;
}

/** In a flood, all of one rule at one place in one line, which opens. */
export function GroupRow(props: GroupRowProps): ReactElement {
  const { group, entryId, chosenId, onCurrent, scope, wide } = props;
  const [isOpen, setOpen] = useState(false);
  const { alarm } = group.shown;
  const waiting = group.members.filter((each) => needsAcknowledgement(each.alarm)).length;
  const newestMs = Math.max(...group.members.map((each) => each.alarm.lastAtMs));
  const Icon = isOpen ? ChevronDown : ChevronRight;
  const rows: ReactElement | null = isOpen ? (
    <ul className="border-s border-line ps-3">
      {group.members.map((shown) => (
        <li key={shown.alarm.id}>
          <AlarmRow
            shown={shown}
            scope={scope}
            isCurrent={shown.alarm.id === entryId}
            isChosen={shown.alarm.id === chosenId}
            onCurrent={() => onCurrent(shown.alarm.id)}
            wide={wide}
          />
        </li>
      ))}
    </ul>
  ) : null;
  return (
    <>
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className="flex min-h-11 w-full flex-wrap items-center gap-x-2 border-b border-line px-3 py-2 text-start hover:bg-hover focus-visible:-outline-offset-2 focus-visible:shadow-none"
      >
        <Icon aria-hidden className="size-4 shrink-0" />
        <AlarmPriorityMark priority={alarm.priority} />
        <span className="min-w-0 font-semibold wrap-anywhere">
          {ruleText(alarm)}, <bdi>{alarm.cameraName || alarm.deviceName}</bdi>
        </span>
        <span>{t('desk.group', { count: group.members.length })}</span>
        <span className="text-xs text-text-2">
          {t('desk.group.waiting', { count: waiting })} · <AlarmAge atMs={newestMs} />
        </span>
      </button>
      {rows}
    </>
  );
}
