import {
  CircleCheck,
  CircleDashed,
  CircleSlash,
  LockKeyhole,
  type LucideIcon,
  TriangleAlert,
} from 'lucide-react';
import type { ReactElement } from 'react';
import type { DeviceView } from '../../api/device.ts';
import { t } from '../../messages/t.ts';
import { durationText } from '../../ui/ago-text.ts';

// Online stays quiet: a wall of green would hide the one that is not.
const looks: Record<DeviceView['state'], { readonly icon: LucideIcon; readonly ink: string }> = {
  checking: { icon: CircleDashed, ink: 'text-text-2' },
  online: { icon: CircleCheck, ink: 'text-text-2' },
  'partly-online': { icon: TriangleAlert, ink: 'text-p3' },
  offline: { icon: CircleSlash, ink: 'text-p2' },
  'login-refused': { icon: LockKeyhole, ink: 'text-p2' },
};

export interface DeviceStateLabelProps {
  readonly device: DeviceView;
  readonly nowMs: number;
  /** Puts the duration under the word, as a narrow column needs. */
  readonly stacked?: boolean;
}

/** The state of a device in words, with a shape of its own, and how long it holds. */
export function DeviceStateLabel({ device, nowMs, stacked }: DeviceStateLabelProps): ReactElement {
  const { icon: Icon, ink } = looks[device.state];
  return (
    <span className="inline-flex items-start gap-2">
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${ink}`} />
      <span className="min-w-0 whitespace-nowrap">
        <span className={device.state === 'online' ? '' : ink}>
          {t(`devices.state.${device.state}`)}
        </span>{' '}
        <time
          dateTime={new Date(device.stateSinceMs).toISOString()}
          title={new Date(device.stateSinceMs).toLocaleString()}
          className={`text-xs text-text-2 ${stacked ? 'block' : ''}`}
        >
          {t('devices.since', { duration: durationText(nowMs - device.stateSinceMs) })}
        </time>
      </span>
    </span>
  );
}
