import type { ReactElement } from 'react';
import { Kbd } from '../../ui/kbd.tsx';

/** The key that does the same as a button; a phone has none. */
export function KeyHint({ children }: { readonly children: string }): ReactElement {
  return (
    <span aria-hidden className="pointer-coarse:hidden">
      <Kbd>{children}</Kbd>
    </span>
  );
}
