import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Cctv, Plus } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import type { DeviceView } from '../../api/device.ts';
import { devicesQuery } from '../../device-access/queries.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { DeviceDialogs, type OpenDialog } from './device-dialogs.tsx';
import { DeviceTable } from './device-table.tsx';
import { LostPasswords } from './lost-passwords.tsx';
import { PageFrame } from './page-frame.tsx';

/** All devices with their state. What was read before stays while it is read again. */
export function DevicesPage(): ReactElement {
  const devices = useQuery(devicesQuery());
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const list = devices.data;
  const add = (
    <Button look="primary" onClick={() => void navigate({ to: '/devices/new' })}>
      <Plus aria-hidden className="size-4" />
      {t('devices.add')}
    </Button>
  );

  return (
    <PageFrame
      title={t('devices.title')}
      aside={list !== undefined && list.length > 0 && <Counts devices={list} />}
      actions={list !== undefined && list.length > 0 && add}
    >
      <div className="flex grow flex-col gap-4 px-4 pb-8 sm:px-8">
        {devices.error !== null && (
          <Notice
            tone="error"
            title={t(list === undefined ? 'devices.failed' : 'devices.outdated')}
            actions={<Button onClick={() => void devices.refetch()}>{t('devices.retry')}</Button>}
          >
            <ProblemSentences fault={devices.error} />
          </Notice>
        )}
        {devices.isPending && <Skeleton label={t('devices.loading')} rows={6} />}
        {list?.length === 0 && (
          <EmptyState icon={Cctv} title={t('devices.empty.title')} actions={add}>
            {t('devices.empty.text')}
          </EmptyState>
        )}
        {list !== undefined && <LostPasswords devices={list} />}
        {list !== undefined && list.length > 0 && <DeviceTable devices={list} onOpen={setDialog} />}
      </div>
      <DeviceDialogs dialog={dialog} onDialog={setDialog} />
    </PageFrame>
  );
}

function Counts({ devices }: { readonly devices: readonly DeviceView[] }): ReactElement {
  const cameras = devices.flatMap((device) => device.cameras).length;
  const trouble = devices.filter(({ state }) => state !== 'online' && state !== 'checking').length;
  const counts = [
    { id: 'devices', text: t('devices.count', { count: devices.length }) },
    { id: 'cameras', text: t('devices.countCameras', { count: cameras }) },
    { id: 'trouble', text: t('devices.countTrouble', { count: trouble }) },
  ];
  return (
    <ul className="flex flex-wrap gap-x-4 text-text-2">
      {counts.map(({ id, text }) => (
        <li key={id} className={id === 'trouble' && trouble > 0 ? 'text-p2' : ''}>
          {text}
        </li>
      ))}
    </ul>
  );
}

function ProblemSentences({ fault }: { readonly fault: unknown }): ReactElement {
  const { what, todo } = problemText(problemOf(fault));
  return <>{`${what} ${todo}`}</>;
}
