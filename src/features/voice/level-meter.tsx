import { useEffect, useRef } from 'react';
import type { LevelFeed } from '../../playback/audio/level-feed.ts';

export interface LevelMeterProps {
  readonly levels: LevelFeed;
  readonly label: string;
}

/** Drawn by us, since the reset of borders ends the native look; with forced colours native again. */
const look = [
  'h-1.5 w-full appearance-none overflow-hidden rounded-full bg-line forced-colors:appearance-auto',
  '[&::-webkit-meter-bar]:h-1.5 [&::-webkit-meter-bar]:rounded-full [&::-webkit-meter-bar]:border-0',
  '[&::-webkit-meter-bar]:bg-line [&::-webkit-meter-bar]:bg-none',
  '[&::-webkit-meter-optimum-value]:bg-ok [&::-webkit-meter-optimum-value]:bg-none',
  '[&::-webkit-meter-suboptimum-value]:bg-p2 [&::-webkit-meter-suboptimum-value]:bg-none',
  '[&::-moz-meter-bar]:bg-ok',
].join(' ');

/** How loud something is now. Written past React: it changes fifteen times a second. */
export function LevelMeter({ levels, label }: LevelMeterProps) {
  const meter = useRef<HTMLMeterElement>(null);
  useEffect(
    () =>
      levels.subscribe((level) => {
        if (meter.current !== null) meter.current.value = level;
      }),
    [levels],
  );
  return (
    <meter
      ref={meter}
      aria-label={label}
      min={0}
      max={1}
      high={0.95}
      optimum={0.5}
      value={0}
      className={look}
    />
  );
}
