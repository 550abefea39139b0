import { Unplug } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import type { EventGap } from '../../api/events.ts';
import { momentInZone } from '../../domain/zone-time.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';

export interface GapRowProps {
  readonly gap: EventGap;
  readonly zone: string;
}

/** A time in which nobody listened to a device, and what is known of it by now. */
export function GapRow({ gap, zone }: GapRowProps): ReactElement {
  const { deviceName: device, fromMs, toMs, state } = gap;
  const from = momentInZone(fromMs, zone);
  return (
    <Divider>
      {toMs === null
        ? t('events.gap.since', { device, from })
        : t('events.gap.between', { device, from, to: momentInZone(toMs, zone) })}{' '}
      {t(`events.gap.${state}`)}
    </Divider>
  );
}

export interface LeftOutRowProps {
  readonly count: number;
  readonly onAgain: () => void;
}

/** More came than a window keeps. */
export function LeftOutRow({ count, onAgain }: LeftOutRowProps): ReactElement {
  return (
    <Divider>
      {t('events.leftOut', { count })}{' '}
      <Button onClick={onAgain}>{t('events.leftOut.again')}</Button>
    </Divider>
  );
}

function Divider({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <div className="flex items-center gap-3 border-y border-dashed border-line-ui bg-panel px-3 py-2 text-sm text-text-2">
      <Unplug aria-hidden className="size-4 shrink-0" />
      <p className="wrap-anywhere">{children}</p>
    </div>
  );
}
