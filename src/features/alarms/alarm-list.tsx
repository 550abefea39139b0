import { ArrowUp } from 'lucide-react';
import { type KeyboardEvent, type ReactElement, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { ShownAlarm } from '../../device-access/shown-alarms.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { alarmLines } from './alarm-lines.ts';
import { AlarmRow } from './alarm-row.tsx';
import { currentAlarm } from './current-alarm.ts';
import type { DeskScope } from './desk-scope.ts';
import { GroupRow } from './group-row.tsx';
import { useHeldList } from './use-held-list.ts';

export interface AlarmListProps {
  readonly label: string;
  readonly shown: readonly ShownAlarm[];
  readonly isFlood: boolean;
  readonly scope: DeskScope;
  readonly wide: boolean;
  /** How many lines are drawn at most; the rest is counted. */
  readonly most: number;
  readonly onMore?: (() => void) | undefined;
}

const steps: Readonly<Record<string, (index: number, last: number) => number>> = {
  ArrowDown: (index, last) => Math.min(index + 1, last),
  ArrowUp: (index) => Math.max(index - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/** Alarms under each other. The arrows go from one to the next; nothing moves under a pointer. */
export function AlarmList(props: AlarmListProps): ReactElement {
  const { label, shown, isFlood, scope, wide, most, onMore } = props;
  const list = useRef<HTMLUListElement>(null);
  const held = useHeldList(shown);
  const { id: currentId, isWanted } = useStore(currentAlarm);
  const lines = alarmLines(held.shown, isFlood);
  const drawn = lines.slice(0, most);
  const isThere = held.shown.some(({ alarm }) => alarm.id === currentId);
  // With none chosen, the first one is where the focus comes in.
  const entryId = isThere ? currentId : (held.shown[0]?.alarm.id ?? null);
  const choose = (id: string) => currentAlarm.setState({ id });
  const { release } = held;
  useEffect(() => {
    if (!isWanted || currentId === null) return;
    if (!isThere) release();
    const row = list.current?.querySelector(`[data-alarm="${CSS.escape(currentId)}"]`);
    if (!(row instanceof HTMLElement)) return;
    currentAlarm.setState({ isWanted: false });
    row.focus();
    row.scrollIntoView({ block: 'nearest' });
  });

  const press = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined || event.defaultPrevented) return;
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-alarm]') ?? [])];
    const index = rows.indexOf(event.target as HTMLElement);
    if (index < 0) return;
    event.preventDefault();
    rows[step(index, rows.length - 1)]?.focus();
  };
  return (
    <div {...held.handlers}>
      {/* Lies over the list: what it told of would else be moved by it. */}
      {held.newer > 0 && (
        <div className="sticky top-0 z-10 flex h-0 justify-center">
          <Button look="primary" className="mt-1 shrink-0 self-start" onClick={held.release}>
            <ArrowUp aria-hidden className="size-4" />
            {t('desk.newer', { count: held.newer })}
          </Button>
        </div>
      )}
      <ul ref={list} aria-label={label} onKeyDown={press}>
        {drawn.map((line) => (
          <li key={line.id}>
            {line.kind === 'group' ? (
              <GroupRow
                group={line}
                entryId={entryId}
                chosenId={currentId}
                onCurrent={choose}
                scope={scope}
                wide={wide}
              />
            ) : (
              <AlarmRow
                shown={line.shown}
                scope={scope}
                isCurrent={line.id === entryId}
                isChosen={line.id === currentId}
                onCurrent={() => choose(line.id)}
                wide={wide}
              />
            )}
          </li>
        ))}
      </ul>
      {lines.length > most && (
        <p className="p-3 text-text-2">
          {t('desk.more', { count: lines.length - most })}{' '}
          {onMore !== undefined && (
            <Button look="quiet" onClick={onMore}>
              {t('desk.all')}
            </Button>
          )}
        </p>
      )}
    </div>
  );
}
