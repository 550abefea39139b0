import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { CameraView } from '../../api/camera.ts';
import { recordingProofQuery } from '../../device-access/recording-queries.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { CameraProofPart } from './camera-proof.tsx';
import { hasGaps } from './hour-facts.ts';
import { proofWeek } from './proof-week.ts';

export interface DeviceProofProps {
  /** Of one device. */
  readonly cameras: readonly CameraView[];
  readonly zone: string;
  readonly nowMs: number;
  readonly gapsOnly: boolean;
  readonly onHour: (cameraId: string, fromMs: number) => void;
}

/** The cameras of a device, which is asked for all of them at once. */
export function DeviceProof(props: DeviceProofProps): ReactElement {
  const { cameras, zone, nowMs, gapsOnly, onHour } = props;
  const week = proofWeek(nowMs, zone);
  const ids = cameras.map(({ id }) => id);
  const query = useQuery(recordingProofQuery(ids, week));
  const { data } = query;
  return (
    <>
      {cameras.map((camera) => {
        const proof = data?.cameras.find(({ cameraId }) => cameraId === camera.id);
        if (gapsOnly && data && proof && !hasGaps(proof, data)) return null;
        return (
          <section
            key={camera.id}
            aria-label={camera.name}
            className="flex min-w-0 flex-col gap-2 rounded-control border border-line bg-panel p-3"
          >
            <h2 className="text-base font-semibold wrap-anywhere">
              {camera.number} · {camera.name}
            </h2>
            {query.isPending && <Skeleton label={t('proof.loading')} rows={4} />}
            {query.error !== null && (
              <Notice
                tone="error"
                title={t('proof.failed')}
                actions={
                  <Button onClick={() => void query.refetch()}>{t('recorded.retry')}</Button>
                }
              >
                {problemText(problemOf(query.error)).what}
              </Notice>
            )}
            {data && proof && (
              <CameraProofPart
                camera={camera}
                proof={proof}
                week={week}
                range={data}
                onHour={(fromMs) => onHour(camera.id, fromMs)}
                onRetry={() => void query.refetch()}
              />
            )}
          </section>
        );
      })}
    </>
  );
}
