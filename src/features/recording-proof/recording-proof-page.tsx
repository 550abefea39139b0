import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Cctv, RefreshCw } from 'lucide-react';
import { type ReactElement, type ReactNode, useMemo, useState } from 'react';
import type { CameraView } from '../../api/camera.ts';
import { proxyNowMs } from '../../device-access/proxy-now.ts';
import { camerasQuery, siteQuery } from '../../device-access/queries.ts';
import { t } from '../../messages/t.ts';
import { BarFrame } from '../../ui/bar-frame.tsx';
import { Button } from '../../ui/button.tsx';
import { CheckField } from '../../ui/check-field.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { DeviceProof } from './device-proof.tsx';
import { ProofLegend } from './proof-legend.tsx';

export interface RecordingProofPageProps {
  /** Holds the `h1`. */
  readonly heading: ReactNode;
  readonly onPlay: (cameraId: string, fromMs: number) => void;
}

/** Whether recording can be relied on: what each device says that it recorded, hour by hour. */
export function RecordingProofPage({ heading, onPlay }: RecordingProofPageProps): ReactElement {
  const client = useQueryClient();
  const cameras = useQuery(camerasQuery());
  const site = useQuery(siteQuery());
  const [nowMs, setNowMs] = useState(proxyNowMs);
  const [gapsOnly, setGapsOnly] = useState(false);
  const siteZone = site.data?.zone;
  const groups = useMemo(() => byDevice(cameras.data ?? []), [cameras.data]);
  const again = () => {
    setNowMs(proxyNowMs());
    void client.invalidateQueries({ queryKey: ['recording-proof'] });
  };
  return (
    <BarFrame
      heading={heading}
      actions={
        <Button onClick={again}>
          <RefreshCw aria-hidden className="size-4" />
          {t('proof.again')}
        </Button>
      }
    >
      <div className="flex flex-col gap-4 px-5 pt-4 pb-8">
        <p className="max-w-3xl text-text-2">{t('proof.lead')}</p>
        {cameras.error !== null && <Notice tone="error" title={t('proof.cameras.failed')} />}
        {cameras.isPending && <Skeleton label={t('proof.loading')} rows={6} />}
        {cameras.data?.length === 0 && (
          <EmptyState icon={Cctv} title={t('proof.empty')}>
            {t('proof.empty.todo')}
          </EmptyState>
        )}
        {groups.length > 0 && siteZone !== undefined && (
          <>
            <CheckField
              label={t('proof.gaps')}
              checked={gapsOnly}
              onChange={(event) => setGapsOnly(event.currentTarget.checked)}
            />
            <ProofLegend />
            <div className="peer grid min-w-0 grid-cols-[repeat(auto-fill,minmax(min(100%,52rem),1fr))] items-start gap-4 empty:hidden">
              {groups.map((group) => (
                <DeviceProof
                  key={group[0]?.id}
                  cameras={group}
                  zone={group[0]?.zone ?? siteZone}
                  nowMs={nowMs}
                  gapsOnly={gapsOnly}
                  onHour={onPlay}
                />
              ))}
            </div>
            {/* Only the parts know what they have; where all stay away, this says why. */}
            <p className="hidden text-text-2 peer-empty:block">{t('proof.gaps.none')}</p>
          </>
        )}
      </div>
    </BarFrame>
  );
}

/** As many as one request may name. */
const mostCameras = 64;

function byDevice(cameras: readonly CameraView[]): CameraView[][] {
  const groups: CameraView[][] = [];
  for (const camera of cameras) {
    const group = groups.findLast(([first]) => first?.deviceId === camera.deviceId);
    if (group && group.length < mostCameras) group.push(camera);
    else groups.push([camera]);
  }
  return groups;
}
