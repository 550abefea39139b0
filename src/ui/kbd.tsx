import type { ReactNode } from 'react';

/** A key as it is printed on a keyboard. */
export function Kbd({ children }: { readonly children: ReactNode }) {
  return (
    <kbd className="inline-flex h-5 min-w-5 items-center justify-center rounded-[4px] border border-line bg-canvas px-1 font-sans text-xs text-text-2">
      {children}
    </kbd>
  );
}
