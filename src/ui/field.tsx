import { CircleAlert } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';

export interface FieldProps {
  /** Id of the control; hint and error get ids made from it. */
  readonly id: string;
  readonly label: ReactNode;
  /** Leaves the label to screen readers, where the place already tells what the field is. */
  readonly labelHidden?: boolean | undefined;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** Label above, control, then hint and error, which `describedBy` ties to the control. */
export function Field(props: FieldProps): ReactElement {
  const { id, label, labelHidden, hint, error, className, children } = props;
  return (
    <div className={className}>
      <label htmlFor={id} className={labelHidden ? 'sr-only' : 'mb-1 block text-sm font-medium'}>
        {label}
      </label>
      {children}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="mt-1 text-xs text-text-2">
          {hint}
        </p>
      )}
      {/* Always there, so that a screen reader hears the error when it appears. */}
      <p id={`${id}-error`} aria-live="polite" className="text-sm text-p1">
        {error !== undefined && (
          <span className="mt-1 flex items-start gap-1.5">
            <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            {error}
          </span>
        )}
      </p>
    </div>
  );
}

/** Value of `aria-describedby` of the control inside a Field. */
export function describedBy(id: string, hint: ReactNode, error: string | undefined) {
  const ids = [error !== undefined && `${id}-error`, hint !== undefined && `${id}-hint`];
  return ids.filter(Boolean).join(' ') || undefined;
}

export const controlLook =
  'w-full min-w-0 min-h-9 pointer-coarse:min-h-11 rounded-control border border-line-ui bg-canvas px-3 py-1 ' +
  'text-sm pointer-coarse:text-base text-text placeholder:text-text-3 aria-invalid:border-p1 ' +
  'disabled:opacity-50';
