import { EllipsisVertical } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import type { DeviceView } from '../../api/device.ts';
import { useProxyNow } from '../../device-access/use-proxy-now.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable, type Sorting } from '../../ui/data-table.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { deviceColumns, statesByTrouble } from './device-columns.tsx';
import type { OpenDialog } from './device-dialogs.tsx';

export interface DeviceTableProps {
  readonly devices: readonly DeviceView[];
  readonly onOpen: (dialog: OpenDialog) => void;
}

export function DeviceTable({ devices, onOpen }: DeviceTableProps): ReactElement {
  const [sorting, setSorting] = useState<Sorting>({ columnId: 'name', descending: false });
  const [words, setWords] = useState('');
  const [state, setState] = useState('');
  const nowMs = useProxyNow();
  const shown = devices.filter((device) => fits(device, words, state));

  return (
    <>
      <search className="flex flex-wrap items-end gap-3">
        <TextField
          type="search"
          label={t('devices.filter')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          className="min-w-0 grow basis-64 sm:max-w-sm"
        />
        <SelectField
          label={t('devices.filter.state')}
          value={state}
          onChange={(event) => setState(event.target.value)}
          options={[
            { value: '', label: t('devices.filter.anyState') },
            ...statesByTrouble.map((value) => ({ value, label: t(`devices.state.${value}`) })),
          ]}
          className="min-w-40"
        />
      </search>
      {shown.length === 0 ? (
        <p aria-live="polite" className="flex flex-wrap items-center gap-3 py-8 text-text-2">
          {t('devices.filter.nothing')}
          <Button
            onClick={() => {
              setWords('');
              setState('');
            }}
          >
            {t('devices.filter.clear')}
          </Button>
        </p>
      ) : (
        <DataTable
          label={t('devices.title')}
          columns={deviceColumns(nowMs)}
          rows={shown}
          rowId={({ id }) => id}
          sorting={sorting}
          onSort={setSorting}
          actionsLabel={t('devices.column.actions')}
          actions={(device) => <RowMenu device={device} onOpen={onOpen} />}
        />
      )}
    </>
  );
}

interface RowMenuProps {
  readonly device: DeviceView;
  readonly onOpen: (dialog: OpenDialog) => void;
}

function RowMenu({ device, onOpen }: RowMenuProps): ReactElement {
  const label = t('devices.action.more', { name: device.name });
  return (
    <Menu label={label} align="end" trigger={<IconButton icon={EllipsisVertical} label={label} />}>
      <MenuItem onSelect={() => onOpen({ kind: 'test', device })}>{t('devices.test')}</MenuItem>
      <MenuItem onSelect={() => onOpen({ kind: 'edit', device })}>{t('devices.edit')}</MenuItem>
      <MenuSeparator />
      <MenuItem onSelect={() => onOpen({ kind: 'remove', device })}>{t('devices.remove')}</MenuItem>
    </Menu>
  );
}

function fits(device: DeviceView, words: string, state: string): boolean {
  if (state !== '' && device.state !== state) return false;
  const cameras = device.cameras.map(({ name }) => name).join(' ');
  const text = [device.name, device.address, device.protocolName, device.firmware, cameras]
    .join(' ')
    .toLocaleLowerCase();
  return words
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
