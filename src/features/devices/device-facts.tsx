import type { ReactElement } from 'react';
import type { DeviceView } from '../../api/device.ts';
import { t } from '../../messages/t.ts';
import { ClockSkew } from './clock-skew.tsx';
import { LastSeen } from './device-columns.tsx';
import { FactList } from './fact-list.tsx';

export interface DeviceFactsProps {
  readonly device: DeviceView;
  readonly nowMs: number;
}

export function DeviceFacts({ device, nowMs }: DeviceFactsProps): ReactElement {
  const { latencyMs } = device;
  const password = device.hasPassword ? 'devices.page.password.set' : 'devices.page.password.none';
  return (
    <section>
      <h2 className="mb-2 font-semibold">{t('devices.page.facts')}</h2>
      <FactList
        facts={[
          { label: t('devices.column.address'), value: device.address, code: true },
          { label: t('devices.column.protocol'), value: device.protocolName },
          { label: t('devices.page.product'), value: device.product },
          { label: t('devices.column.firmware'), value: device.firmware },
          { label: t('devices.page.zone'), value: device.zone },
          {
            label: t('devices.column.clock'),
            value: <ClockSkew skewMs={device.clockSkewMs} />,
          },
          {
            label: t('devices.column.lastSeen'),
            value: <LastSeen atMs={device.lastSeenMs} nowMs={nowMs} />,
          },
          {
            label: t('devices.column.latency'),
            value:
              latencyMs === undefined
                ? undefined
                : t('devices.latency', { milliseconds: Math.round(latencyMs) }),
          },
          { label: t('devices.page.username'), value: device.username },
          { label: t('devices.page.password'), value: t(password) },
          {
            label: t('devices.page.certificate'),
            value: device.certificate?.fingerprint,
            code: true,
          },
        ]}
      />
    </section>
  );
}
