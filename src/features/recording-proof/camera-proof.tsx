import { type ReactElement, useMemo } from 'react';
import type { CameraView } from '../../api/camera.ts';
import type { CameraProof } from '../../api/recording-proof.ts';
import type { TimeRange } from '../../domain/recording.ts';
import { momentInZone } from '../../domain/zone-time.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { hourFacts, type ProofSum, proofSum } from './hour-facts.ts';
import { ProofMatrix } from './proof-matrix.tsx';
import { hourMs } from './proof-week.ts';

export interface CameraProofPartProps {
  readonly camera: CameraView;
  readonly proof: CameraProof;
  /** Whole days. */
  readonly week: TimeRange;
  /** What the proof is of: up to now. */
  readonly range: TimeRange;
  readonly onHour: (fromMs: number) => void;
  readonly onRetry: () => void;
}

export function CameraProofPart(props: CameraProofPartProps): ReactElement {
  const { camera, proof, week, range, onHour, onRetry } = props;
  const { found, failures, zone } = proof;
  const hours = useMemo(() => {
    if (found.state !== 'listed') return [];
    const count = Math.round((week.toMs - week.fromMs) / hourMs);
    return Array.from({ length: count }, (_, index) =>
      hourFacts(index, found.minutes, failures, range),
    );
  }, [found, failures, week, range]);
  return (
    <>
      {found.state === 'not-offered' && <p className="text-text-2">{t('recorded.not-offered')}</p>}
      {found.state === 'failed' && (
        <Notice
          tone="warning"
          title={t('proof.failed')}
          actions={<Button onClick={onRetry}>{t('recorded.retry')}</Button>}
        >
          {problemText(found.problem).what}
        </Notice>
      )}
      {found.state === 'listed' && (
        <>
          <p className="text-sm text-text-2">
            {sumText(proofSum(hours))} · {t('proof.zone', { zone })}
          </p>
          <ProofMatrix camera={camera.name} zone={zone} week={week} hours={hours} onHour={onHour} />
        </>
      )}
      {failures.length > 0 && <Failures failures={failures} zone={zone} />}
    </>
  );
}

function Failures({
  failures,
  zone,
}: {
  readonly failures: CameraProof['failures'];
  readonly zone: string;
}) {
  return (
    <details className="text-sm">
      <summary className="w-fit cursor-pointer rounded-control py-1 pointer-coarse:py-3">
        {t('proof.failures', { count: failures.length })}
      </summary>
      <ul className="relative flex max-h-40 flex-col overflow-y-auto text-text-2 tabular-nums">
        {failures.map(({ fromMs, toMs }) => {
          const from = momentInZone(fromMs, zone);
          return (
            <li key={fromMs}>
              {toMs === null
                ? t('proof.failure.lasting', { from })
                : t('proof.failure', { from, to: momentInZone(toMs, zone) })}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function sumText(sum: ProofSum | null): string {
  if (sum === null) return t('proof.sum.nothing');
  const { recorded, possible, percent } = sum;
  return t('proof.sum', {
    hours: Math.floor(recorded / 60),
    minutes: recorded % 60,
    ofHours: Math.floor(possible / 60),
    ofMinutes: possible % 60,
    percent,
  });
}
