import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Cctv, ChevronLeft } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { devicesQuery, endpointsQuery } from '../../device-access/queries.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ConsolePanes } from './console-panes.tsx';
import type { ConsolePlace } from './console-place.ts';

export interface ConsolePageProps {
  readonly deviceId: string;
  readonly place: ConsolePlace;
  /** Goes elsewhere in the console without a step in the history. */
  readonly onPlace: (place: Partial<ConsolePlace>) => void;
  /** Whether letters act without a modifier. */
  readonly singleKeys: boolean;
}

/** Every documented endpoint of a device, to be looked up and run. */
export function ConsolePage({ deviceId, ...rest }: ConsolePageProps): ReactElement {
  const devices = useQuery(devicesQuery());
  const device = devices.data?.find(({ id }) => id === deviceId);
  const endpoints = useQuery({ ...endpointsQuery(deviceId), enabled: device !== undefined });
  const fault = devices.error ?? endpoints.error;

  if (devices.data !== undefined && device === undefined) {
    return (
      <Frame back={<Back to="/devices">{t('console.toDevices')}</Back>}>
        <EmptyState icon={Cctv} title={t('console.missing')}>
          {t('console.missingText')}
        </EmptyState>
      </Frame>
    );
  }
  if (device === undefined || endpoints.data === undefined) {
    return (
      <Frame back={<Back to="/devices">{t('console.toDevices')}</Back>}>
        <div className="px-4 sm:px-8">
          {fault === null ? (
            <Skeleton label={t('console.loading')} rows={8} />
          ) : (
            <Notice
              tone="error"
              title={t('console.failed')}
              actions={
                <Button
                  onClick={() => {
                    void devices.refetch();
                    if (device !== undefined) void endpoints.refetch();
                  }}
                >
                  {t('console.retry')}
                </Button>
              }
            >
              {problemText(problemOf(fault)).todo}
            </Notice>
          )}
        </div>
      </Frame>
    );
  }
  const { document, endpoints: list } = endpoints.data;
  return (
    <Frame
      back={
        <Back to="/devices/$deviceId" deviceId={device.id}>
          {t('console.back', { name: device.name })}
        </Back>
      }
      title={t('console.titleOf', { name: device.name })}
      aside={t('console.document', { document })}
    >
      {list.length === 0 ? (
        <EmptyState icon={Cctv} title={t('console.none')}>
          {t('console.noneText')}
        </EmptyState>
      ) : (
        <ConsolePanes device={device} endpoints={list} {...rest} />
      )}
    </Frame>
  );
}

interface FrameProps {
  readonly title?: string;
  readonly back: ReactNode;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

function Frame({ title, back, aside, children }: FrameProps): ReactElement {
  return (
    <main className="flex h-full min-h-0 min-w-0 grow flex-col bg-canvas">
      <header className="px-4 py-3 sm:px-8 md:px-4">
        {back}
        <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
          <h1 className="min-w-0 text-lg font-semibold wrap-anywhere">
            {title ?? t('console.title')}
          </h1>
          {aside !== undefined && <p className="min-w-0 text-text-2">{aside}</p>}
        </div>
      </header>
      {children}
    </main>
  );
}

interface BackProps {
  readonly to: '/devices' | '/devices/$deviceId';
  readonly deviceId?: string;
  readonly children: ReactNode;
}

function Back({ to, deviceId, children }: BackProps): ReactElement {
  return (
    <Link
      to={to}
      {...(deviceId !== undefined && { params: { deviceId } })}
      className="-ms-1 mb-1 inline-flex min-h-[24px] max-w-full pointer-coarse:min-h-[44px] items-center gap-1 text-xs text-text-2 hover:text-text"
    >
      <ChevronLeft aria-hidden className="size-4 shrink-0 rtl:rotate-180" />
      <span className="truncate">{children}</span>
    </Link>
  );
}
