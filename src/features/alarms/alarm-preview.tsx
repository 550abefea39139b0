import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect, useState } from 'react';
import type { AlarmView } from '../../api/alarms.ts';
import { fetchSnapshot } from '../../device-access/fetch-snapshot.ts';
import { camerasQuery } from '../../device-access/queries.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import { clockInZone } from '../../domain/zone-time.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';

export interface AlarmPreviewProps {
  readonly alarm: Pick<AlarmView, 'lastAtMs'>;
  readonly cameraId: string;
  readonly zone: string;
}

/** What the camera of an alarm shows when somebody turns to it, with the time of the picture. */
export function AlarmPreview({ alarm, cameraId, zone }: AlarmPreviewProps): ReactElement {
  const { lastAtMs } = alarm;
  const camera = useQuery(camerasQuery()).data?.find(({ id }) => id === cameraId)?.name ?? '';
  const picture = useQuery({
    queryKey: ['alarms', 'preview', cameraId, lastAtMs],
    queryFn: async ({ signal }) => ({
      blob: await fetchSnapshot(cameraId, signal),
      atMs: Date.now(),
    }),
    retry: false,
    gcTime: 0,
  });
  const address = useBlobAddress(picture.data?.blob);
  const words = picture.isError
    ? t('desk.preview.failed', { camera, why: problemText(problemOf(picture.error)).what })
    : picture.data === undefined
      ? t('desk.preview.reading', { camera })
      : t('desk.preview', { camera, time: clockInZone(picture.data.atMs, zone) });
  return (
    <figure className="mt-2">
      {address !== null && (
        <img
          src={address}
          alt={words}
          className="aspect-video w-full max-w-md rounded-control bg-letterbox object-contain"
        />
      )}
      <figcaption className="mt-1 text-xs text-text-2 wrap-anywhere">{words}</figcaption>
    </figure>
  );
}

function useBlobAddress(blob: Blob | undefined): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (blob === undefined) return;
    const made = URL.createObjectURL(blob);
    setAddress(made);
    return () => {
      URL.revokeObjectURL(made);
      setAddress(null);
    };
  }, [blob]);
  return address;
}
