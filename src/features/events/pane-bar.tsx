import { ArrowUp, Pause, Play } from 'lucide-react';
import type { ReactElement } from 'react';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import type { HoldReason } from './use-hold.ts';

export interface PaneBarProps {
  readonly paused: boolean;
  readonly reason: HoldReason | null;
  readonly newer: number;
  readonly onPause: (paused: boolean) => void;
  /** To the newest. */
  readonly onNewest: () => void;
}

/** Whether new events are added to the list or wait, and how many do. It never changes its height. */
export function PaneBar(props: PaneBarProps): ReactElement {
  const { paused, reason, newer, onPause, onNewest } = props;
  const Icon = paused ? Play : Pause;
  return (
    <div className="flex min-h-11 shrink-0 flex-wrap items-center gap-x-4 gap-y-2 border-y border-line px-4 py-1 sm:px-8">
      <Button onClick={() => onPause(!paused)}>
        <Icon aria-hidden className="size-4" />
        {t(paused ? 'events.resume' : 'events.pause')}
      </Button>
      <span className="text-xs text-text-2">
        {paused
          ? t('events.hold.paused')
          : reason === null
            ? t('events.hold.none')
            : t(`events.hold.${reason}`)}
      </span>
      {newer > 0 && (
        <Button look="primary" onClick={onNewest} className="ms-auto">
          <ArrowUp aria-hidden className="size-4" />
          {t('events.newer', { count: newer })}
        </Button>
      )}
    </div>
  );
}
