import { EllipsisVertical } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import type { CameraView } from '../../api/camera.ts';
import type { CameraGroup, PersonView } from '../../api/people.ts';
import { t } from '../../messages/t.ts';
import { type Column, DataTable, type Sorting } from '../../ui/data-table.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import type { OpenGroupDialog } from './open-dialog.ts';
import { listText, peopleWith } from './people-with.ts';

export interface GroupsTableProps {
  readonly groups: readonly CameraGroup[];
  readonly people: readonly PersonView[];
  readonly cameras: readonly CameraView[] | undefined;
  readonly onOpen: (dialog: OpenGroupDialog) => void;
}

export function GroupsTable({ groups, people, cameras, onOpen }: GroupsTableProps): ReactElement {
  const [sorting, setSorting] = useState<Sorting>({ columnId: 'name', descending: false });
  const known = cameras && new Set(cameras.map(({ id }) => id));
  const count = ({ cameraIds }: CameraGroup) =>
    known === undefined ? cameraIds.length : cameraIds.filter((id) => known.has(id)).length;
  const columns: readonly Column<CameraGroup>[] = [
    {
      id: 'name',
      label: t('groups.column.name'),
      sortValue: ({ name }) => name,
      cell: ({ name }) => <bdi className="font-medium wrap-anywhere">{name}</bdi>,
    },
    {
      id: 'cameras',
      label: t('groups.column.cameras'),
      numeric: true,
      sortValue: count,
      cell: count,
    },
    {
      id: 'people',
      label: t('groups.column.people'),
      cell: (group) => {
        const names = peopleWith(group, people).map(({ name }) => name);
        return names.length === 0 ? (
          <span className="text-text-2">{t('groups.nobody')}</span>
        ) : (
          <span className="wrap-anywhere">{listText(names)}</span>
        );
      },
    },
  ];
  return (
    <DataTable
      label={t('people.tab.groups')}
      columns={columns}
      rows={groups}
      rowId={({ id }) => id}
      sorting={sorting}
      onSort={setSorting}
      actionsLabel={t('people.column.actions')}
      actions={(group) => <GroupMenu group={group} onOpen={onOpen} />}
    />
  );
}

interface GroupMenuProps {
  readonly group: CameraGroup;
  readonly onOpen: (dialog: OpenGroupDialog) => void;
}

function GroupMenu({ group, onOpen }: GroupMenuProps): ReactElement {
  const label = t('groups.action.more', { name: group.name });
  return (
    <Menu label={label} align="end" trigger={<IconButton icon={EllipsisVertical} label={label} />}>
      <MenuItem onSelect={() => onOpen({ kind: 'edit', group })}>
        {t('groups.action.edit')}
      </MenuItem>
      <MenuItem onSelect={() => onOpen({ kind: 'remove', group })}>
        {t('groups.action.remove')}
      </MenuItem>
    </Menu>
  );
}
