import { Unplug } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import type { EventGap } from '../../api/events.ts';
import { momentInZone } from '../../domain/zone-time.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';

export interface GapRowProps {
  readonly gap: EventGap;
  /** Of other devices at the same time. */
  readonly also?: readonly EventGap[] | undefined;
  readonly zone: string;
}

/** A time in which nobody listened to a device or several, and what is known of it by now. */
export function GapRow({ gap, also = [], zone }: GapRowProps): ReactElement {
  const all = [gap, ...also];
  const device = new Intl.ListFormat(document.documentElement.lang).format(
    all.map(({ deviceName }) => deviceName),
  );
  const from = momentInZone(Math.min(...all.map(({ fromMs }) => fromMs)), zone);
  const { state } = gap;
  const toMs = gap.toMs === null ? null : Math.max(...all.map((each) => each.toMs ?? 0));
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
