import type { ReactElement, ReactNode } from 'react';
import type { AuditEntry } from '../../api/audit.ts';
import { actorText } from '../../messages/actor-text.ts';
import { t } from '../../messages/t.ts';
import { classNames } from '../../ui/class-names.ts';
import { EntryTime, Operation, OutcomeLabel } from './entry-words.tsx';
import type { LineView } from './line-view.ts';

const heads = [
  { id: 'time', width: 'w-44' },
  { id: 'who', width: '' },
  { id: 'what', width: '' },
  { id: 'object', width: '' },
  { id: 'outcome', width: 'w-32' },
  { id: 'address', width: 'w-36 max-2xl:hidden' },
] as const;

export function LineTable(view: LineView): ReactElement {
  const { entries, window, zone, total } = view;
  return (
    <table
      aria-label={t('audit.table')}
      aria-rowcount={total < 0 ? -1 : total + 1}
      className="w-full table-fixed border-collapse text-sm"
    >
      <thead className="sticky top-0 z-10 bg-canvas">
        <tr className="border-b border-line">
          {heads.map(({ id, width }) => (
            <th
              key={id}
              scope="col"
              className={classNames('p-2 text-start text-xs font-medium text-text-2', width)}
            >
              {t(`audit.column.${id}`)}
              {id === 'time' && <span className="block font-normal">{zone}</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {window.parts.map((part) => {
          if ('room' in part) return <Room key={`room ${part.at}`} height={part.room} />;
          const entry = entries[part.index];
          if (entry === undefined) return null;
          return <Line key={entry.number} entry={entry} index={part.index} view={view} />;
        })}
      </tbody>
    </table>
  );
}

function Room({ height }: { readonly height: number }): ReactElement {
  return (
    <tr aria-hidden style={{ height }}>
      <td colSpan={heads.length} className="p-0" />
    </tr>
  );
}

interface LineProps {
  readonly entry: AuditEntry;
  readonly index: number;
  readonly view: LineView;
}

function Line({ entry, index, view }: LineProps): ReactElement {
  const { active, openNumber, zone, onOpen } = view;
  const { number, atMs, actor, operation, object, outcome, address } = entry;
  const open = number === openNumber;
  return (
    <tr
      aria-rowindex={index + 2}
      onClick={() => onOpen(number)}
      className={classNames(
        'h-[41px] cursor-pointer border-b border-line',
        open ? 'bg-raised' : 'hover:bg-panel',
      )}
    >
      <th scope="row" className="p-0 text-start font-normal">
        <button
          type="button"
          data-line={index}
          tabIndex={index === active ? 0 : -1}
          aria-expanded={open}
          className={classNames(
            'flex min-h-10 w-full items-center border-s-2 px-2 text-start pointer-coarse:min-h-11',
            open ? 'border-accent' : 'border-transparent',
          )}
        >
          <EntryTime atMs={atMs} zone={zone} />
        </button>
      </th>
      <Cell title={actorText(actor)}>
        <bdi>{actorText(actor)}</bdi>
      </Cell>
      <Cell title={operation}>
        <Operation operation={operation} />
      </Cell>
      <Cell title={object?.name}>
        <bdi>{object?.name}</bdi>
      </Cell>
      <Cell>
        <OutcomeLabel outcome={outcome} />
      </Cell>
      <Cell className="max-2xl:hidden">
        <bdi dir="ltr" className="font-mono text-xs">
          {address}
        </bdi>
      </Cell>
    </tr>
  );
}

interface CellProps {
  /** The whole text, where its column is too narrow for it. */
  readonly title?: string | undefined;
  readonly className?: string;
  readonly children: ReactNode;
}

function Cell({ title, className, children }: CellProps): ReactElement {
  return (
    <td title={title} className={classNames('truncate px-2 py-1', className)}>
      {children}
    </td>
  );
}
