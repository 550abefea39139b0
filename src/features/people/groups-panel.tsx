import { useQuery } from '@tanstack/react-query';
import { Boxes, Plus } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { cameraGroupsQuery, peopleQuery } from '../../device-access/people.ts';
import { camerasQuery } from '../../device-access/queries.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { GroupDialog } from './group-dialog.tsx';
import { GroupsTable } from './groups-table.tsx';
import { LoadedPanel } from './loaded-panel.tsx';
import type { OpenGroupDialog } from './open-dialog.ts';
import { RemoveGroupDialog } from './remove-group-dialog.tsx';

/** Choices of cameras that people are given. */
export function GroupsPanel(): ReactElement {
  const groups = useQuery(cameraGroupsQuery());
  const people = useQuery(peopleQuery());
  const cameras = useQuery(camerasQuery());
  const [dialog, setDialog] = useState<OpenGroupDialog | null>(null);
  const close = () => setDialog(null);
  const add = (
    <Button look="primary" onClick={() => setDialog({ kind: 'add' })}>
      <Plus aria-hidden className="size-4" />
      {t('groups.add')}
    </Button>
  );
  return (
    <LoadedPanel query={groups} loading={t('groups.loading')} failed={t('groups.failed')}>
      {(list) => (
        <>
          {list.length === 0 ? (
            <EmptyState icon={Boxes} title={t('groups.empty.title')} actions={add}>
              {t('groups.empty.text')}
            </EmptyState>
          ) : (
            <>
              <div className="flex flex-wrap justify-end">{add}</div>
              <GroupsTable
                groups={list}
                people={people.data ?? []}
                cameras={cameras.data}
                onOpen={setDialog}
              />
            </>
          )}
          {(dialog?.kind === 'add' || dialog?.kind === 'edit') && (
            <GroupDialog
              group={dialog.kind === 'edit' ? dialog.group : null}
              groups={list}
              cameras={cameras.data}
              onClose={close}
            />
          )}
          {dialog?.kind === 'remove' && (
            <RemoveGroupDialog group={dialog.group} people={people.data ?? []} onClose={close} />
          )}
        </>
      )}
    </LoadedPanel>
  );
}
