import { ImageOff } from 'lucide-react';
import { type ReactElement, useEffect, useState } from 'react';
import type { EventView } from '../../api/events.ts';
import { routes } from '../../api/routes.ts';
import { t } from '../../messages/t.ts';

/** In a flood most rows are gone sooner; their pictures would only hold up those that stay. */
const settledMs = 200;

/** The picture that the device took of it; asked for once its row is there to stay. */
export function EventPicture({ event }: { readonly event: EventView }): ReactElement {
  // An incident that has grown may have its picture by then.
  const [failedNumber, setFailedNumber] = useState<number | null>(null);
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), settledMs);
    return () => clearTimeout(timer);
  }, []);
  const { id, number, fact, cameraName, deviceName } = event;
  const what = fact.topic === 'plate' ? fact.plate : t(`events.topic.${fact.topic}`);
  if (failedNumber === number) {
    return (
      <span className="flex h-14 w-24 shrink-0 flex-col items-center justify-center gap-0.5 rounded-control border border-line bg-letterbox p-1 text-center text-xs text-text-2">
        <ImageOff aria-hidden className="size-4" />
        {t('events.image.failed')}
      </span>
    );
  }
  if (!settled) return <span className="h-14 w-24 shrink-0 rounded-control bg-letterbox" />;
  return (
    <img
      src={routes.eventImage(id)}
      alt={t('events.image', { what, where: cameraName === '' ? deviceName : cameraName })}
      loading="lazy"
      decoding="async"
      onError={() => setFailedNumber(number)}
      className="h-14 w-24 shrink-0 rounded-control bg-letterbox object-contain"
    />
  );
}
