import { useQuery } from '@tanstack/react-query';
import { UserPlus, Users } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { cameraGroupsQuery, peopleQuery } from '../../device-access/people.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadedPanel } from './loaded-panel.tsx';
import type { OpenDialog } from './open-dialog.ts';
import { PeopleTable } from './people-table.tsx';
import { PersonDialogs } from './person-dialogs.tsx';

/** Everybody who has an account. */
export function PeoplePanel(): ReactElement {
  const people = useQuery(peopleQuery());
  const groups = useQuery(cameraGroupsQuery());
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const add = (
    <Button look="primary" onClick={() => setDialog({ kind: 'add' })}>
      <UserPlus aria-hidden className="size-4" />
      {t('people.add')}
    </Button>
  );
  return (
    <LoadedPanel query={people} loading={t('people.loading')} failed={t('people.failed')}>
      {(list) => (
        <>
          {list.length === 0 ? (
            <EmptyState icon={Users} title={t('people.empty.title')} actions={add}>
              {t('people.empty.text')}
            </EmptyState>
          ) : (
            <PeopleTable people={list} groups={groups.data ?? []} onOpen={setDialog} add={add} />
          )}
          <PersonDialogs
            dialog={dialog}
            people={list}
            groups={groups.data ?? []}
            onDialog={setDialog}
          />
        </>
      )}
    </LoadedPanel>
  );
}
