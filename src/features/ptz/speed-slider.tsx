import { useId } from 'react';
import { useStore } from 'zustand';
import { t } from '../../messages/t.ts';
import { ptzPreferences } from './ptz-preferences.ts';

/** How fast pad and keys move a camera; kept for all cameras of this browser. */
export function SpeedSlider() {
  const id = useId();
  const speed = useStore(ptzPreferences, (state) => state.speed);
  const percent = Math.round(speed * 100);
  return (
    <div className="flex items-center gap-3">
      <label htmlFor={id} className="text-sm text-text-2">
        {t('ptz.speed')}
      </label>
      <input
        id={id}
        type="range"
        min={10}
        max={100}
        step={10}
        value={percent}
        aria-valuetext={t('ptz.speed.value', { percent })}
        className="h-8 min-w-0 grow accent-accent pointer-coarse:h-11"
        onChange={(event) =>
          ptzPreferences.setState({ speed: event.currentTarget.valueAsNumber / 100 })
        }
        // The arrow keys steer again once the pointer has set the speed.
        onPointerUp={(event) => event.currentTarget.blur()}
      />
      <output htmlFor={id} className="w-10 text-end text-xs text-text-2">
        {t('ptz.speed.value', { percent })}
      </output>
    </div>
  );
}
