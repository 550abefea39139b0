import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Activity, Cctv, Pencil, SquareTerminal, Trash2 } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import type { DeviceView } from '../../api/device.ts';
import { camerasQuery, devicesQuery } from '../../device-access/queries.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import { useProxyNow } from '../../device-access/use-proxy-now.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { Button, buttonLook } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { DeviceCameras } from './device-cameras.tsx';
import { DeviceDialogs, type OpenDialog } from './device-dialogs.tsx';
import { DeviceFacts } from './device-facts.tsx';
import { DeviceStateLabel } from './device-state-label.tsx';
import { PageFrame } from './page-frame.tsx';

/** One device, named by the address of the page. */
export function DevicePage(): ReactElement {
  const { deviceId } = useParams({ strict: false }) as { readonly deviceId?: string };
  const devices = useQuery(devicesQuery());
  const device = devices.data?.find(({ id }) => id === deviceId);
  if (device !== undefined) return <KnownDevice key={device.id} device={device} />;
  return (
    <PageFrame title={t('devices.title')} back>
      <div className="px-4 sm:px-8">
        {devices.isPending && <Skeleton label={t('devices.loading')} rows={6} />}
        {devices.data === undefined && devices.error !== null && (
          <Notice
            tone="error"
            title={t('devices.failed')}
            actions={<Button onClick={() => void devices.refetch()}>{t('devices.retry')}</Button>}
          >
            {problemText(problemOf(devices.error)).todo}
          </Notice>
        )}
        {devices.data !== undefined && (
          <EmptyState icon={Cctv} title={t('devices.page.missing')}>
            {t('devices.page.missingText')}
          </EmptyState>
        )}
      </div>
    </PageFrame>
  );
}

function KnownDevice({ device }: { readonly device: DeviceView }): ReactElement {
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const cameras = useQuery(camerasQuery());
  const navigate = useNavigate();
  const nowMs = useProxyNow();

  return (
    <PageFrame
      title={<bdi>{device.name}</bdi>}
      back
      aside={<DeviceStateLabel device={device} nowMs={nowMs} />}
      actions={
        <>
          <Link
            to="/devices/$deviceId/endpoints"
            params={{ deviceId: device.id }}
            className={buttonLook('plain')}
          >
            <SquareTerminal aria-hidden className="size-4" />
            {t('devices.endpoints')}
          </Link>
          <Button onClick={() => setDialog({ kind: 'test', device })}>
            <Activity aria-hidden className="size-4" />
            {t('devices.test')}
          </Button>
          <Button onClick={() => setDialog({ kind: 'edit', device })}>
            <Pencil aria-hidden className="size-4" />
            {t('devices.edit')}
          </Button>
          <Button look="danger" onClick={() => setDialog({ kind: 'remove', device })}>
            <Trash2 aria-hidden className="size-4" />
            {t('devices.remove')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-6 px-4 pb-8 sm:px-8">
        {device.problem !== undefined && (
          <Notice tone="warning" title={problemText(device.problem).what}>
            {problemText(device.problem).todo}
          </Notice>
        )}
        <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
          <DeviceCameras
            device={device}
            live={(cameras.data ?? []).filter(({ deviceId }) => deviceId === device.id)}
          />
          <DeviceFacts device={device} nowMs={nowMs} />
        </div>
      </div>
      <DeviceDialogs
        dialog={dialog}
        onDialog={setDialog}
        onRemoved={() => void navigate({ to: '/devices' })}
      />
    </PageFrame>
  );
}
