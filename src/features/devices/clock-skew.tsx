import { ClockAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { t } from '../../messages/t.ts';

/** A recording is evidence only while its clock is right. */
const toleratedSkewMs = 2000;

export function isClockWrong(skewMs: number | undefined): boolean {
  return skewMs !== undefined && Math.abs(skewMs) > toleratedSkewMs;
}

/** How far the device's clock is off, with a warning beyond two seconds. */
export function ClockSkew({ skewMs }: { readonly skewMs: number | undefined }): ReactElement {
  if (skewMs === undefined) return <Unknown />;
  if (!isClockWrong(skewMs)) return <span>{t('devices.clock.exact')}</span>;
  const seconds = Math.round(Math.abs(skewMs) / 1000);
  return (
    <span
      title={t('devices.clock.warning')}
      className="inline-flex items-center gap-1.5 whitespace-nowrap text-p3"
    >
      <ClockAlert aria-hidden className="size-4 shrink-0" />
      {t(skewMs > 0 ? 'devices.clock.ahead' : 'devices.clock.behind', { seconds })}
    </span>
  );
}

export function Unknown(): ReactElement {
  return <span className="text-text-3">{t('devices.unknown')}</span>;
}
