import { Minus, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { t } from '../../messages/t.ts';
import type { Helm } from './helm.ts';
import { HoldButton } from './hold-button.tsx';
import { ptzPreferences } from './ptz-preferences.ts';

export interface AxisRowProps {
  readonly helm: Helm;
  readonly axis: 'zoom' | 'focus' | 'iris';
  /** What else there is to this axis. */
  readonly children?: ReactNode;
}

/** Both ways of one axis of the lens. Nothing where the lens has none. */
export function AxisRow({ helm, axis, children }: AxisRowProps) {
  const asked = useStore(helm.state, (state) => state.asked[axis]);
  const moves = helm.can.moves.includes(axis);
  if (!moves && !helm.can.steps.includes(axis)) return null;
  const part = (way: 1 | -1) => () => ({ [axis]: way * ptzPreferences.getState().speed });
  return (
    <div className="flex items-center gap-2">
      <span className="min-w-0 grow text-sm text-text-2">
        {t(moves ? `ptz.axis.${axis}` : `ptz.axis.${axis}.steps`)}
      </span>
      {children}
      <HoldButton
        helm={helm}
        icon={Minus}
        label={t(`ptz.${axis}.less`)}
        part={part(-1)}
        active={asked < 0}
      />
      <HoldButton
        helm={helm}
        icon={Plus}
        label={t(`ptz.${axis}.more`)}
        part={part(1)}
        active={asked > 0}
      />
    </div>
  );
}
