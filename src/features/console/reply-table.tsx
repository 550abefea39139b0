import type { ReactElement } from 'react';
import { t } from '../../messages/t.ts';

export interface ReplyTableProps {
  readonly rows: readonly { readonly name: string; readonly values: readonly string[] }[];
}

export function ReplyTable({ rows }: ReplyTableProps): ReactElement {
  return (
    <div className="overflow-hidden rounded-control border border-line">
      <table className="w-full border-collapse text-start text-sm">
        <thead className="bg-raised">
          <tr>
            <th scope="col" className="px-3 py-1.5 text-start text-xs font-medium text-text-2">
              {t('console.reply.name')}
            </th>
            <th scope="col" className="px-3 py-1.5 text-start text-xs font-medium text-text-2">
              {t('console.reply.value')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, values }) => (
            <tr key={name} className="border-t border-line align-baseline">
              <th
                scope="row"
                dir="ltr"
                className="px-3 py-1 text-start font-mono text-xs font-normal text-text-2 wrap-anywhere"
              >
                {name}
              </th>
              <td dir="auto" className="w-2/3 px-3 py-1 font-mono text-xs wrap-anywhere">
                {values.join(', ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
