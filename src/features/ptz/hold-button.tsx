import type { LucideIcon } from 'lucide-react';
import type { PtzVelocity } from '../../domain/ptz.ts';
import { classNames } from '../../ui/class-names.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import type { Helm } from './helm.ts';
import { useHold } from './use-hold.ts';

export interface HoldButtonProps {
  readonly helm: Helm;
  readonly icon: LucideIcon;
  readonly label: string;
  readonly part: () => Partial<PtzVelocity>;
  readonly active?: boolean;
  readonly className?: string;
}

/** Moves the camera while it is held; of an axis that only steps, one step a press. */
export function HoldButton({ helm, icon, label, part, active, className }: HoldButtonProps) {
  const hold = useHold(helm, part);
  return (
    <IconButton
      icon={icon}
      label={label}
      className={classNames(
        'touch-none border border-line-ui bg-raised text-text select-none',
        active === true && 'border-accent bg-accent text-black hover:bg-accent hover:text-black',
        className,
      )}
      {...hold}
    />
  );
}
