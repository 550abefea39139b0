import type { ReactElement } from 'react';
import type { AlarmPriority } from '../../domain/alarm.ts';
import { t } from '../../messages/t.ts';
import { PriorityMark } from '../../ui/priority-mark.tsx';

export interface AlarmPriorityMarkProps {
  readonly priority: AlarmPriority;
  readonly wordHidden?: boolean;
}

export function AlarmPriorityMark({ priority, wordHidden = false }: AlarmPriorityMarkProps) {
  const mark: ReactElement = (
    <PriorityMark
      priority={priority}
      word={t(`alarms.priority.${priority}`)}
      wordHidden={wordHidden}
    />
  );
  return mark;
}
