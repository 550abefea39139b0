import { CircleAlert } from 'lucide-react';
import type { ReactElement } from 'react';

/** What is wrong with a group of fields; the focus goes there when saving finds it. */
export function FieldFault({ fault }: { readonly fault: string | undefined }): ReactElement {
  return (
    <p
      aria-live="polite"
      className="mt-1 text-sm text-p1"
      {...(fault !== undefined && { 'data-fault': '', tabIndex: -1 })}
    >
      {fault !== undefined && (
        <span className="flex items-start gap-1.5">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {fault}
        </span>
      )}
    </p>
  );
}
