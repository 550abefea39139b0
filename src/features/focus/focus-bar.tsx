import {
  ArrowLeft,
  Camera,
  ChevronLeft,
  ChevronRight,
  History,
  Maximize,
  Minimize,
  RotateCcw,
  ZoomIn,
  ZoomOut,
} from 'lucide-react';
import { useStore } from 'zustand';
import { t } from '../../messages/t.ts';
import { BoxesSwitch } from '../../playback/boxes-switch.tsx';
import { fullScreen } from '../../ui/full-screen.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import type { FocusKey } from './focus-keys.ts';

export interface FocusBarProps {
  readonly name: string;
  readonly zoomFactor: number;
  readonly alone: boolean;
  readonly onKey: (key: FocusKey) => void;
}

/** The way back, the neighbours, and what can be done with the picture. */
export function FocusBar({ name, zoomFactor, alone, onKey }: FocusBarProps) {
  const immersive = useStore(fullScreen, (state) => state.active);
  return (
    <div className="flex min-h-10 shrink-0 flex-wrap items-center justify-end gap-1 px-1.5 pointer-coarse:min-h-12">
      <IconButton
        icon={ArrowLeft}
        label={t('focus.back')}
        className="rtl:-scale-x-100"
        onClick={() => onKey('back')}
      />
      <h1 className="min-w-0 grow basis-40 truncate px-1 text-base font-semibold">{name}</h1>
      <IconButton
        icon={ChevronLeft}
        label={t('focus.previous')}
        className="rtl:-scale-x-100"
        disabled={alone}
        onClick={() => onKey('previous')}
      />
      <IconButton
        icon={ChevronRight}
        label={t('focus.next')}
        className="rtl:-scale-x-100"
        disabled={alone}
        onClick={() => onKey('next')}
      />
      <fieldset className="flex items-center">
        <legend className="sr-only">{t('focus.zoom')}</legend>
        <IconButton
          icon={ZoomOut}
          label={t('focus.zoom.out')}
          disabled={zoomFactor <= 1}
          onClick={() => onKey('zoom-out')}
        />
        <output className="w-11 text-center text-xs text-text-2">
          {t('focus.zoom.value', { factor: zoomFactor.toFixed(1) })}
        </output>
        <IconButton icon={ZoomIn} label={t('focus.zoom.in')} onClick={() => onKey('zoom-in')} />
        <IconButton
          icon={RotateCcw}
          label={t('focus.zoom.reset')}
          disabled={zoomFactor <= 1}
          onClick={() => onKey('zoom-reset')}
        />
      </fieldset>
      <IconButton icon={History} label={t('focus.replay')} onClick={() => onKey('replay')} />
      <BoxesSwitch />
      <IconButton icon={Camera} label={t('wall.do.snapshot')} onClick={() => onKey('snapshot')} />
      <IconButton
        icon={immersive ? Minimize : Maximize}
        label={t(immersive ? 'wall.full-screen.leave' : 'wall.full-screen')}
        onClick={() => onKey('full-screen')}
      />
    </div>
  );
}
