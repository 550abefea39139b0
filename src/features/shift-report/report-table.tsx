import type { ReactElement, ReactNode } from 'react';

export interface ReportTableProps {
  readonly title: string;
  readonly hint?: string;
  /** The first column is of names, the last ones of numbers. */
  readonly columns: readonly { readonly label: string; readonly numeric?: boolean }[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly ReactNode[] }[];
}

/** A small table of the report, on a sheet as on a phone. */
export function ReportTable({ title, hint, columns, rows }: ReportTableProps): ReactElement {
  const side = (index: number) =>
    columns[index]?.numeric ? 'text-end whitespace-nowrap' : 'text-start';
  return (
    <section className="print:break-inside-avoid">
      <h2 className="text-base font-semibold">{title}</h2>
      {hint !== undefined && <p className="text-xs text-text-2 print:hidden">{hint}</p>}
      <table aria-label={title} className="mt-2 w-full border-collapse text-sm">
        <thead>
          <tr className="border-b border-line text-xs text-text-2">
            {columns.map(({ label }, index) => (
              <th
                key={label}
                scope="col"
                className={`py-1 pe-3 font-medium last:pe-0 ${side(index)}`}
              >
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, cells: [name, ...others] }) => (
            <tr key={id} className="border-b border-line">
              <th
                scope="row"
                className="py-1.5 pe-3 text-start font-normal wrap-anywhere print:py-0.5"
              >
                {name}
              </th>
              {others.map((cell, index) => (
                <td
                  key={columns[index + 1]?.label}
                  className={`py-1.5 pe-3 wrap-anywhere last:pe-0 print:py-0.5 ${side(index + 1)}`}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
