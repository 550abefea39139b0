import { Crosshair, Pause, Play, RotateCcw } from 'lucide-react';
import type { ReactElement } from 'react';
import { clockInZone } from '../../domain/zone-time.ts';
import { t } from '../../messages/t.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import type { MasterClock } from './master-clock.ts';
import { useClock } from './use-clock.ts';

export interface ClipControlsProps {
  readonly clock: MasterClock;
  readonly atMs: number;
  readonly fromMs: number;
  readonly toMs: number;
  readonly zone: string;
}

const stepMs = 100;

/** Plays, pauses and leads through a clip, whose moment is marked. */
export function ClipControls({ clock, atMs, fromMs, toMs, zone }: ClipControlsProps): ReactElement {
  const state = useClock(clock);
  const isOver = !state.isPlaying && state.atMs >= clock.ends.toMs;
  const lengthMs = Math.max(1, toMs - fromMs);
  const time = clockInZone(state.atMs, zone);
  const seconds = Math.round((state.atMs - atMs) / 1000);
  const playing = state.isPlaying
    ? ({ icon: Pause, label: 'recorded.pause' } as const)
    : isOver
      ? ({ icon: RotateCcw, label: 'recorded.again' } as const)
      : ({ icon: Play, label: 'recorded.play' } as const);
  return (
    <div className="flex items-center gap-1 px-1">
      <IconButton
        icon={playing.icon}
        label={t(playing.label)}
        onClick={() => (state.isPlaying ? clock.pause() : clock.play())}
      />
      <div className="relative min-w-0 grow">
        <span
          aria-hidden
          className="absolute inset-y-1.5 w-0.5 bg-past"
          style={{ insetInlineStart: `${((atMs - fromMs) / lengthMs) * 100}%` }}
        />
        <input
          type="range"
          aria-label={t('recorded.scrub')}
          aria-valuetext={time}
          min={0}
          max={lengthMs}
          step={stepMs}
          value={Math.round((state.atMs - fromMs) / stepMs) * stepMs}
          onChange={(event) => clock.seek(fromMs + event.currentTarget.valueAsNumber)}
          className="relative block h-8 w-full cursor-pointer accent-past pointer-coarse:h-11"
        />
      </div>
      <output className="w-12 shrink-0 text-end text-text-2 text-xs">
        {t('recorded.offset', { seconds: seconds > 0 ? `+${seconds}` : `${seconds}` })}
      </output>
      <IconButton icon={Crosshair} label={t('recorded.moment')} onClick={() => clock.seek(atMs)} />
    </div>
  );
}
