import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { useNarrow } from './use-narrow.ts';

export interface Column<Row> {
  readonly id: string;
  readonly label: string;
  readonly cell: (row: Row) => ReactNode;
  /** Makes the column sortable. */
  readonly sortValue?: (row: Row) => string | number;
  /** Numbers stand at the end of their column. */
  readonly numeric?: boolean;
  /** Where the column may vanish first when the window is not wide. */
  readonly from?: 'lg' | 'xl' | '2xl';
}

export interface Sorting {
  readonly columnId: string;
  readonly descending: boolean;
}

export interface DataTableProps<Row> {
  readonly label: string;
  /** The first is the row's own name: head of its row, and of its card on a phone. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
  readonly actionsLabel: string;
  readonly actions: (row: Row) => ReactNode;
}

const fromWidth = {
  lg: 'hidden lg:table-cell',
  xl: 'hidden xl:table-cell',
  '2xl': 'hidden 2xl:table-cell',
} as const;

/** Rows and columns; on a phone each row is a card with all its facts. */
export function DataTable<Row>(props: DataTableProps<Row>): ReactElement {
  return useNarrow() ? <Cards {...props} /> : <Table {...props} />;
}

function Table<Row>(props: DataTableProps<Row>): ReactElement {
  const { label, columns, rows, rowId, sorting, onSort, actionsLabel, actions } = props;
  return (
    <table aria-label={label} className="w-full border-collapse text-start text-sm">
      <thead className="sticky top-0 z-10 bg-canvas">
        <tr className="border-b border-line">
          {columns.map((column) => (
            <HeadCell key={column.id} column={column} sorting={sorting} onSort={onSort} />
          ))}
          <th scope="col" className="px-3 py-2">
            <span className="sr-only">{actionsLabel}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {sorted(rows, columns, sorting).map((row) => (
          <tr key={rowId(row)} className="border-b border-line hover:bg-panel">
            {columns.map((column, position) => (
              <BodyCell key={column.id} column={column} row={row} head={position === 0} />
            ))}
            <td className="px-3 py-1">
              <div className="flex justify-end gap-1">{actions(row)}</div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface HeadCellProps<Row> {
  readonly column: Column<Row>;
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
}

function HeadCell<Row>({ column, sorting, onSort }: HeadCellProps<Row>): ReactElement {
  const active = sorting.columnId === column.id;
  const Arrow = sorting.descending ? ArrowDown : ArrowUp;
  const order = sorting.descending ? 'descending' : 'ascending';
  return (
    <th
      scope="col"
      aria-sort={active ? order : undefined}
      className={classNames(
        'px-3 text-xs font-medium text-text-2',
        column.numeric ? 'text-end' : 'text-start',
        column.from && fromWidth[column.from],
      )}
    >
      {column.sortValue === undefined ? (
        column.label
      ) : (
        <button
          type="button"
          onClick={() => onSort({ columnId: column.id, descending: active && !sorting.descending })}
          className="inline-flex min-h-8 items-center gap-1 rounded-control text-start hover:text-text"
        >
          {column.label}
          <Arrow aria-hidden className={classNames('size-3.5 shrink-0', !active && 'invisible')} />
        </button>
      )}
    </th>
  );
}

interface BodyCellProps<Row> {
  readonly column: Column<Row>;
  readonly row: Row;
  readonly head: boolean;
}

function BodyCell<Row>({ column, row, head }: BodyCellProps<Row>): ReactElement {
  const look = classNames(
    'px-3 py-2 align-middle font-normal',
    column.numeric ? 'whitespace-nowrap text-end' : 'text-start',
    column.from && fromWidth[column.from],
  );
  const content = column.cell(row);
  return head ? (
    <th scope="row" className={look}>
      {content}
    </th>
  ) : (
    <td className={look}>{content}</td>
  );
}

function Cards<Row>(props: DataTableProps<Row>): ReactElement {
  const { label, columns, rows, rowId, sorting, actions } = props;
  const [title, ...facts] = columns;
  return (
    <ul aria-label={label} className="flex flex-col gap-3">
      {sorted(rows, columns, sorting).map((row) => (
        <li key={rowId(row)} className="rounded-control border border-line bg-panel p-4">
          <div className="-mt-2 flex items-center justify-between gap-2">
            <div className="min-w-0 text-base">{title?.cell(row)}</div>
            <div className="-me-2 flex">{actions(row)}</div>
          </div>
          <dl className="mt-1 grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-1.5">
            {facts.map((column) => (
              <div key={column.id} className="contents">
                <dt className="text-xs text-text-2">{column.label}</dt>
                <dd className="min-w-0 wrap-anywhere">{column.cell(row)}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

function sorted<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  { columnId, descending }: Sorting,
): readonly Row[] {
  const sortValue = columns.find((column) => column.id === columnId)?.sortValue;
  if (sortValue === undefined) return rows;
  const sign = descending ? -1 : 1;
  return rows.toSorted((a, b) => sign * compare(sortValue(a), sortValue(b)));
}

const naturalOrder = new Intl.Collator(undefined, { numeric: true });

function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return naturalOrder.compare(String(a), String(b));
}
