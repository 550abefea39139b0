import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { DeviceView } from '../../api/device.ts';
import { t } from '../../messages/t.ts';
import { agoText } from '../../ui/ago-text.ts';
import type { Column } from '../../ui/data-table.tsx';
import { ClockSkew, Unknown } from './clock-skew.tsx';
import { DeviceStateLabel } from './device-state-label.tsx';

/** What needs attention sorts before what works. */
const stateRank: Record<DeviceView['state'], number> = {
  offline: 0,
  'login-refused': 1,
  'partly-online': 2,
  checking: 3,
  online: 4,
};

/** All states, the troubled ones first. */
export const statesByTrouble = Object.keys(stateRank) as readonly DeviceView['state'][];

export function deviceColumns(nowMs: number): readonly Column<DeviceView>[] {
  return [
    {
      id: 'name',
      label: t('devices.column.name'),
      sortValue: (device) => device.name,
      cell: (device) => (
        <Link
          to="/devices/$deviceId"
          params={{ deviceId: device.id }}
          className="inline-flex min-h-[24px] pointer-coarse:min-h-[44px] pointer-coarse:min-w-[44px] items-center font-medium underline-offset-4 wrap-anywhere hover:underline"
        >
          <bdi>{device.name}</bdi>
        </Link>
      ),
    },
    {
      id: 'state',
      label: t('devices.column.state'),
      sortValue: (device) => stateRank[device.state],
      cell: (device) => <DeviceStateLabel device={device} nowMs={nowMs} stacked />,
    },
    {
      id: 'cameras',
      label: t('devices.column.cameras'),
      sortValue: (device) => device.cameras.length,
      cell: (device) => (
        <span className="whitespace-nowrap">
          {t('devices.cameras.enabled', {
            enabled: device.cameras.filter((camera) => camera.enabled).length,
            total: device.cameras.length,
          })}
        </span>
      ),
    },
    {
      id: 'protocol',
      label: t('devices.column.protocol'),
      sortValue: (device) => device.protocolName,
      cell: (device) => device.protocolName,
    },
    {
      id: 'address',
      label: t('devices.column.address'),
      sortValue: (device) => device.address,
      cell: (device) => (
        <bdi
          dir="ltr"
          title={device.address}
          className="line-clamp-2 font-mono text-xs max-md:wrap-anywhere md:max-w-56 md:wrap-break-word"
        >
          {device.address}
        </bdi>
      ),
    },
    {
      id: 'firmware',
      label: t('devices.column.firmware'),
      from: 'xl',
      sortValue: (device) => device.firmware ?? '',
      cell: (device) => orUnknown(device.firmware),
    },
    {
      id: 'clock',
      label: t('devices.column.clock'),
      from: 'lg',
      sortValue: (device) => Math.abs(device.clockSkewMs ?? 0),
      cell: (device) => <ClockSkew skewMs={device.clockSkewMs} />,
    },
    {
      id: 'last-seen',
      label: t('devices.column.lastSeen'),
      from: 'xl',
      sortValue: (device) => device.lastSeenMs ?? 0,
      cell: (device) => <LastSeen atMs={device.lastSeenMs} nowMs={nowMs} />,
    },
    {
      id: 'latency',
      label: t('devices.column.latency'),
      from: 'lg',
      sortValue: (device) => device.latencyMs ?? Number.MAX_VALUE,
      cell: (device) =>
        orUnknown(
          device.latencyMs === undefined
            ? undefined
            : t('devices.latency', { milliseconds: Math.round(device.latencyMs) }),
        ),
    },
  ];
}

interface LastSeenProps {
  readonly atMs: number | undefined;
  readonly nowMs: number;
}

export function LastSeen({ atMs, nowMs }: LastSeenProps): ReactNode {
  if (atMs === undefined) return t('devices.never');
  const agoMs = nowMs - atMs;
  return (
    <time
      dateTime={new Date(atMs).toISOString()}
      title={new Date(atMs).toLocaleString()}
      className="whitespace-nowrap"
    >
      {agoMs < 15_000 ? t('devices.justNow') : agoText(agoMs)}
    </time>
  );
}

function orUnknown(text: string | undefined): ReactNode {
  return text === undefined ? <Unknown /> : <span className="md:whitespace-nowrap">{text}</span>;
}
