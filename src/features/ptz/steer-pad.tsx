import { House, Move } from 'lucide-react';
import { type PointerEvent, useRef } from 'react';
import { useStore } from 'zustand';
import { velocityOf } from '../../domain/ptz.ts';
import { t } from '../../messages/t.ts';
import { classNames } from '../../ui/class-names.ts';
import { type Direction, directionsOf, glides } from './directions.ts';
import type { Helm } from './helm.ts';
import { HoldButton } from './hold-button.tsx';
import { ptzPreferences } from './ptz-preferences.ts';

/** From the middle of the pad to the middle of a button, share of half the pad. */
const ringShare = 0.74;

/**
 * A stick to hold and lead about; its eight buttons are for the keyboard and for whoever cannot see
 * it. A camera that only steps has the buttons alone: one press, one step.
 */
export function SteerPad({ helm }: { readonly helm: Helm }) {
  const { can } = helm;
  const asked = useStore(helm.state, (state) => state.asked);
  const stick = useStick(helm);
  const gliding = glides(can);
  const moving = asked.pan !== 0 || asked.tilt !== 0;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be round or take a pointer as one
    <div
      role="group"
      aria-label={t(gliding ? 'ptz.pad' : 'ptz.pad.steps')}
      data-steer-pad
      className={classNames(
        'relative mx-auto size-44 shrink-0 touch-none rounded-full border bg-canvas select-none pointer-coarse:size-52',
        moving ? 'border-accent' : 'border-line-ui',
      )}
      {...(gliding && stick)}
    >
      {directionsOf(can).map((direction) => (
        <DirectionButton
          key={direction.id}
          helm={helm}
          direction={direction}
          active={
            moving && direction.pan === lean(asked.pan) && direction.tilt === lean(asked.tilt)
          }
        />
      ))}
      {can.home ? (
        <button
          type="button"
          aria-label={t('ptz.home')}
          title={t('ptz.home')}
          className="absolute inset-[33%] grid place-items-center rounded-full border border-line-ui bg-raised text-text hover:bg-hover"
          onClick={() => void helm.act({ kind: 'home' })}
        >
          <House aria-hidden className="size-5" />
        </button>
      ) : (
        <Move aria-hidden className="absolute inset-[40%] size-[20%] text-text-3" />
      )}
      {moving && (
        <span
          aria-hidden
          className="pointer-events-none absolute size-4 -translate-1/2 rounded-full border-2 border-black bg-accent"
          style={{ left: `${50 + asked.pan * 34}%`, top: `${50 - asked.tilt * 34}%` }}
        />
      )}
    </div>
  );
}

const lean = (share: number) => (Math.abs(share) < 0.02 ? 0 : Math.sign(share));

interface DirectionButtonProps {
  readonly helm: Helm;
  readonly direction: Direction;
  readonly active: boolean;
}

function DirectionButton({ helm, direction, active }: DirectionButtonProps) {
  const { id, pan, tilt, icon } = direction;
  const length = Math.hypot(pan, tilt) / ringShare;
  const steps = !glides(helm.can);
  return (
    <span
      className="absolute -translate-1/2"
      style={{ left: `${50 + (pan / length) * 50}%`, top: `${50 - (tilt / length) * 50}%` }}
    >
      <HoldButton
        helm={helm}
        icon={icon}
        label={t(steps ? `ptz.step.${id}` : `ptz.move.${id}`)}
        active={active}
        className="rounded-full"
        part={() => {
          const { speed } = ptzPreferences.getState();
          return { pan: pan * speed, tilt: tilt * speed };
        }}
      />
    </span>
  );
}

/** Leads the camera by where a pointer is on the pad, faster towards its edge. */
function useStick(helm: Helm) {
  // The pad as it lay when it was taken hold of, should it move on the page meanwhile.
  const grip = useRef<{ readonly source: string; readonly box: DOMRect } | null>(null);
  const sourceOf = ({ pointerId }: PointerEvent) => `pointer:${pointerId}`;
  const velocity = ({ clientX, clientY }: PointerEvent, box: DOMRect) => {
    const reach = (box.width / 2) * ringShare;
    const across = (clientX - box.left - box.width / 2) / reach;
    const down = (clientY - box.top - box.height / 2) / reach;
    const length = Math.max(1, Math.hypot(across, down));
    const { speed } = ptzPreferences.getState();
    return velocityOf({ pan: (across / length) * speed, tilt: (-down / length) * speed });
  };
  const end = (event: PointerEvent) => {
    if (grip.current?.source !== sourceOf(event)) return;
    grip.current = null;
    helm.drop(sourceOf(event));
  };
  return {
    onPointerDownCapture: (event: PointerEvent<HTMLElement>) => {
      const pressed = event.target instanceof Element && event.target.closest('button');
      if (event.button !== 0 || grip.current !== null) return;
      // The middle is the way home, not a very slow movement.
      if (pressed && pressed.parentElement === event.currentTarget) return;
      // Whatever lies under the pointer, it is the pad that is held.
      event.stopPropagation();
      event.currentTarget.setPointerCapture(event.pointerId);
      const box = event.currentTarget.getBoundingClientRect();
      grip.current = { source: sourceOf(event), box };
      helm.hold(sourceOf(event), velocity(event, box));
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const held = grip.current;
      if (held?.source === sourceOf(event)) helm.change(held.source, velocity(event, held.box));
    },
    onPointerUp: end,
    onPointerCancel: end,
    onLostPointerCapture: end,
    onContextMenu: (event: { preventDefault: () => void }) => event.preventDefault(),
  };
}
