import type { ReactElement, ReactNode } from 'react';

export interface Fact {
  readonly label: string;
  /** A fact without a value is left out. */
  readonly value: ReactNode;
  /** An address or the like, which reads from left to right in every language. */
  readonly code?: boolean;
}

export function FactList({ facts }: { readonly facts: readonly Fact[] }): ReactElement {
  return (
    <dl className="divide-y divide-line rounded-control border border-line bg-panel">
      {facts
        .filter(({ value }) => value !== undefined && value !== '')
        .map(({ label, value, code }) => (
          <div key={label} className="flex flex-wrap items-baseline gap-x-4 px-4 py-2">
            <dt className="w-24 shrink-0 text-xs text-text-2">{label}</dt>
            <dd className="min-w-0 grow basis-40 wrap-anywhere">
              {code ? (
                <bdi dir="ltr" className="font-mono text-xs">
                  {value}
                </bdi>
              ) : (
                value
              )}
            </dd>
          </div>
        ))}
    </dl>
  );
}
