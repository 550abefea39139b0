import { ZoomIn, ZoomOut } from 'lucide-react';
import { useState } from 'react';
import { t } from '../../messages/t.ts';
import { dragVelocity } from './drag-velocity.ts';
import type { Helm } from './helm.ts';
import { HoldButton } from './hold-button.tsx';
import { useDragHold } from './use-drag-hold.ts';

/** A thumb goes this far from where it landed for full speed, CSS px. */
const reachPx = 64;

/**
 * Steers with one thumb at the lower edge of a phone: the movement begins wherever the thumb lands,
 * so nobody has to look for it.
 */
export function ThumbBar({ helm }: { readonly helm: Helm }) {
  const [knob, setKnob] = useState<{ x: number; y: number } | null>(null);
  const drag = useDragHold(helm, {
    velocity: ({ across, down }) => dragVelocity(across, down, reachPx),
    onChange: (now) => setKnob(now === null ? null : { x: now.across, y: now.down }),
  });
  const zooms = helm.can.moves.includes('zoom');
  const length = Math.max(1, Math.hypot(knob?.x ?? 0, knob?.y ?? 0) / 28);
  return (
    <div className="sticky -bottom-4 z-10 order-last -mx-4 mt-auto -mb-4 hidden items-center gap-3 border-t border-line bg-panel p-3 max-[900px]:portrait:flex max-[900px]:pointer-coarse:flex">
      {zooms && (
        <HoldButton
          helm={helm}
          icon={ZoomOut}
          label={t('ptz.thumb.zoom-out')}
          part={() => ({ zoom: -1 })}
          className="size-11"
        />
      )}
      <div
        role="img"
        aria-label={t('ptz.thumb')}
        data-thumb-stick
        className="relative grid h-20 grow touch-none place-items-center rounded-control border border-line-ui bg-canvas select-none"
        {...drag}
      >
        <span
          aria-hidden
          className="grid size-14 place-items-center rounded-full border border-line-ui"
        >
          <span
            className="size-7 rounded-full bg-accent"
            style={{
              transform: `translate(${(knob?.x ?? 0) / length}px, ${(knob?.y ?? 0) / length}px)`,
            }}
          />
        </span>
        <span aria-hidden className="absolute start-3 top-2 text-xs text-text-3">
          {t('ptz.thumb.hint')}
        </span>
      </div>
      {zooms && (
        <HoldButton
          helm={helm}
          icon={ZoomIn}
          label={t('ptz.thumb.zoom-in')}
          part={() => ({ zoom: 1 })}
          className="size-11"
        />
      )}
    </div>
  );
}
