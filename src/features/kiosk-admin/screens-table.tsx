import { EllipsisVertical } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import type { KioskView } from '../../api/kiosk.ts';
import { t } from '../../messages/t.ts';
import { DataTable, type Sorting } from '../../ui/data-table.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx';
import { screenColumns } from './screen-columns.tsx';
import type { ScreenParts } from './use-screen-parts.ts';

export interface RowDialog {
  readonly kind: 'change' | 'remove';
  readonly kiosk: KioskView;
}

export interface ScreensTableProps {
  readonly kiosks: readonly KioskView[];
  readonly parts: ScreenParts;
  readonly onOpen: (dialog: RowDialog) => void;
}

export function ScreensTable({ kiosks, parts, onOpen }: ScreensTableProps): ReactElement {
  const [sorting, setSorting] = useState<Sorting>({ columnId: 'name', descending: false });
  return (
    <DataTable
      label={t('screens.title')}
      columns={screenColumns(parts)}
      rows={kiosks}
      rowId={({ id }) => id}
      sorting={sorting}
      onSort={setSorting}
      actionsLabel={t('screens.actions')}
      actions={(kiosk) => <RowMenu kiosk={kiosk} onOpen={onOpen} />}
    />
  );
}

interface RowMenuProps {
  readonly kiosk: KioskView;
  readonly onOpen: (dialog: RowDialog) => void;
}

function RowMenu({ kiosk, onOpen }: RowMenuProps): ReactElement {
  const label = t('screens.more', { name: kiosk.name });
  return (
    <Menu label={label} align="end" trigger={<IconButton icon={EllipsisVertical} label={label} />}>
      <MenuItem onSelect={() => onOpen({ kind: 'change', kiosk })}>{t('screens.change')}</MenuItem>
      <MenuSeparator />
      <MenuItem onSelect={() => onOpen({ kind: 'remove', kiosk })}>{t('screens.remove')}</MenuItem>
    </Menu>
  );
}
