export interface FactRow {
  readonly label: string;
  readonly value: string;
}

/** Facts in two columns, label and value. */
export function FactRows({ facts }: { readonly facts: readonly FactRow[] }) {
  return (
    <dl className="grid grid-cols-[7rem_1fr] gap-x-3 gap-y-1.5">
      {facts.map((fact) => (
        <div key={fact.label} className="contents">
          <dt className="text-text-3">{fact.label}</dt>
          <dd className="min-w-0 wrap-anywhere">{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
