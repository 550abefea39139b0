import type { ReactNode } from 'react';
import { buttonLook } from './button.tsx';
import { classNames } from './class-names.ts';
import { Spinner } from './spinner.tsx';
import { type HoldEvents, useHold } from './use-hold.ts';

const holdMs = 1000;
const radius = 7;
const around = 2 * Math.PI * radius;

export interface HoldButtonProps extends HoldEvents {
  /** Spoken name; says what it does, and that it wants to be held. */
  readonly label: string;
  /** In the place of the children while it is held. */
  readonly holdingText: string;
  /** What it was held for is being done. */
  readonly busy: boolean;
  readonly disabled?: boolean;
  readonly children: ReactNode;
}

/** Does what it says only after it was held for a second; a ring shows how far that is. */
export function HoldButton(props: HoldButtonProps) {
  const { label, holdingText, busy, disabled = false, children, onHeld, onShort } = props;
  const waits = busy || disabled;
  const { holding, handlers } = useHold(holdMs, { onHeld, onShort });
  return (
    <button
      type="button"
      aria-label={label}
      aria-disabled={waits}
      aria-busy={busy}
      data-holding={holding}
      className={buttonLook(
        'plain',
        classNames(
          'grow basis-0 touch-manipulation select-none [-webkit-touch-callout:none]',
          holding && 'border-accent bg-hover',
        ),
      )}
      {...(!waits && handlers)}
    >
      {busy ? <Spinner /> : <Ring filling={holding} />}
      {holding ? holdingText : children}
    </button>
  );
}

function Ring({ filling }: { readonly filling: boolean }) {
  return (
    <svg aria-hidden viewBox="0 0 18 18" className="size-4 shrink-0 -rotate-90">
      <circle cx="9" cy="9" r={radius} fill="none" strokeWidth="2.5" className="stroke-line-ui" />
      <circle
        cx="9"
        cy="9"
        r={radius}
        fill="none"
        strokeWidth="2.5"
        strokeDasharray={around}
        strokeDashoffset={filling ? 0 : around}
        className="stroke-accent"
        style={{
          transition: filling ? `stroke-dashoffset ${holdMs}ms linear` : 'none',
        }}
      />
    </svg>
  );
}
