import { LoaderCircle } from 'lucide-react';
import type { ReactElement } from 'react';
import { classNames } from './class-names.ts';

/** Something is being done. Says nothing itself: the words beside it do. */
export function Spinner({ className }: { readonly className?: string }): ReactElement {
  return (
    <LoaderCircle
      aria-hidden
      className={classNames('size-4 shrink-0 animate-spin text-accent', className)}
    />
  );
}
