import type { ReactElement, ReactNode } from 'react';
import { t } from '../../messages/t.ts';

/** The whole window while nobody is signed in: one column, the product's mark above it. */
export function GateFrame({ title, children }: { readonly title: string; children: ReactNode }) {
  return (
    <main className="relative flex h-full flex-col items-center overflow-y-auto bg-canvas px-4 py-8">
      <div className="my-auto flex w-full max-w-sm flex-col gap-5">
        <img src="/icon.svg" alt={t('shell.product')} className="size-12 self-center" />
        <h1 className="text-center text-lg font-semibold text-balance">{title}</h1>
        {children}
      </div>
    </main>
  );
}

export function GateActions({ children }: { readonly children: ReactNode }): ReactElement {
  return <div className="flex flex-wrap justify-center gap-2">{children}</div>;
}
