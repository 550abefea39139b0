import { type ReactElement, type ReactNode, useState } from 'react';
import type { CameraGroup, PersonView } from '../../api/people.ts';
import { useProxyNow } from '../../device-access/use-proxy-now.ts';
import { useSession } from '../../device-access/use-session.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable, type Sorting } from '../../ui/data-table.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { OpenDialog } from './open-dialog.ts';
import { personColumns } from './person-columns.tsx';
import { PersonMenu } from './person-menu.tsx';

export interface PeopleTableProps {
  readonly people: readonly PersonView[];
  readonly groups: readonly CameraGroup[];
  readonly onOpen: (dialog: OpenDialog) => void;
  readonly add: ReactNode;
}

export function PeopleTable({ people, groups, onOpen, add }: PeopleTableProps): ReactElement {
  const [sorting, setSorting] = useState<Sorting>({ columnId: 'name', descending: false });
  const [words, setWords] = useState('');
  const session = useSession();
  const nowMs = useProxyNow();
  const ownId = session?.state === 'signed-in' ? session.person.id : null;
  const sought = words.trim().toLocaleLowerCase();
  const shown = people.filter(({ name, role }) =>
    `${name} ${t(`role.${role}`)}`.toLocaleLowerCase().includes(sought),
  );
  return (
    <>
      <div className="flex flex-wrap items-end gap-3">
        <search className="min-w-0 grow basis-64 sm:max-w-sm">
          <TextField
            type="search"
            label={t('people.filter')}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </search>
        <p className="grow pb-2 text-text-2">{t('people.count', { count: people.length })}</p>
        {add}
      </div>
      {shown.length === 0 ? (
        <p aria-live="polite" className="flex flex-wrap items-center gap-3 py-8 text-text-2">
          {t('people.filter.nothing')}
          <Button onClick={() => setWords('')}>{t('people.filter.clear')}</Button>
        </p>
      ) : (
        <DataTable
          label={t('people.title')}
          columns={personColumns({ groups, ownId, nowMs })}
          rows={shown}
          rowId={({ id }) => id}
          sorting={sorting}
          onSort={setSorting}
          actionsLabel={t('people.column.actions')}
          actions={(person) => <PersonMenu person={person} onOpen={onOpen} />}
        />
      )}
    </>
  );
}
