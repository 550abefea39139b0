import { type ReactElement, useState } from 'react';
import { alarmPriorities } from '../../domain/alarm.ts';
import { t } from '../../messages/t.ts';
import { AlarmPriorityMark } from '../../playback/alarms/alarm-priority.tsx';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useNarrow } from '../../ui/use-narrow.ts';
import {
  type AlarmsPlace,
  placeStates,
  prioritiesOf,
  statesOf,
  toggled,
  usualPlace,
} from './alarms-place.ts';

export interface AlarmFiltersProps {
  readonly place: AlarmsPlace;
  readonly onPlace: (place: AlarmsPlace) => void;
}

const look = (isChosen: boolean) =>
  classNames(
    'inline-flex min-h-8 items-center gap-1.5 rounded-control border px-2 text-sm pointer-coarse:min-h-11',
    isChosen
      ? 'border-accent bg-hover font-semibold text-text'
      : 'border-line text-text-2 hover:bg-hover hover:text-text',
  );

/** Which alarms the page shows. */
export function AlarmFilters({ place, onPlace }: AlarmFiltersProps): ReactElement {
  const narrow = useNarrow();
  const [unfolded, setUnfolded] = useState(false);
  const states = statesOf(place);
  const priorities = prioritiesOf(place);
  const count = states.length + priorities.length;
  return (
    <search aria-label={t('desk.filter')} className="flex flex-wrap items-end gap-x-6 gap-y-2">
      {narrow && (
        <Button aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
          {t('desk.filter.count', { count })}
        </Button>
      )}
      {(!narrow || unfolded) && (
        <>
          <fieldset className="flex flex-wrap gap-1">
            <legend className="mb-1 text-xs text-text-2">{t('desk.filter.state')}</legend>
            {placeStates.map((state) => (
              <button
                key={state}
                type="button"
                aria-pressed={states.includes(state)}
                className={look(states.includes(state))}
                onClick={() => onPlace({ ...place, state: toggled(states, state) })}
              >
                {t(`desk.filter.${state}`)}
              </button>
            ))}
          </fieldset>
          <fieldset className="flex flex-wrap gap-1">
            <legend className="mb-1 text-xs text-text-2">{t('alarms.priority')}</legend>
            {alarmPriorities.map((priority) => (
              <button
                key={priority}
                type="button"
                aria-pressed={priorities.includes(priority)}
                className={look(priorities.includes(priority))}
                onClick={() => onPlace({ ...place, prio: toggled(priorities, priority) })}
              >
                <AlarmPriorityMark priority={priority} />
              </button>
            ))}
          </fieldset>
        </>
      )}
      {count > 0 && (
        <Button look="quiet" onClick={() => onPlace(usualPlace)}>
          {t('desk.filter.all')}
        </Button>
      )}
    </search>
  );
}
