import { ImageOff } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import type { EventView } from '../../api/events.ts';
import { routes } from '../../api/routes.ts';
import { t } from '../../messages/t.ts';
import { useDelayed } from '../../ui/use-delayed.ts';

/** A row that a flood carries away sooner would only burden the device. */
const settledMs = 250;

/** The picture that the device took of it; asked for once it stays near what is seen. */
export function EventPicture({ event }: { readonly event: EventView }): ReactElement {
  // An incident that has grown may have its picture by then.
  const [failedNumber, setFailedNumber] = useState<number | null>(null);
  const { id, number, fact, cameraName, deviceName } = event;
  const what = fact.topic === 'plate' ? fact.plate : t(`events.topic.${fact.topic}`);
  const stays = useDelayed(settledMs);
  if (!stays) {
    return <span className="h-14 w-24 shrink-0 rounded-control bg-letterbox" />;
  }
  if (failedNumber === number) {
    return (
      <span className="flex h-14 w-24 shrink-0 flex-col items-center justify-center gap-0.5 rounded-control border border-line bg-letterbox p-1 text-center text-xs text-text-2">
        <ImageOff aria-hidden className="size-4" />
        {t('events.image.failed')}
      </span>
    );
  }
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
