import { ChevronRight } from 'lucide-react';
import type { ReactElement } from 'react';
import type { CameraView } from '../../api/camera.ts';
import { t } from '../../messages/t.ts';
import { CameraChecks } from '../../playback/camera-choice/camera-checks.tsx';
import type { CameraFinding } from './camera-findings.ts';
import { FindingLine } from './finding-line.tsx';

export interface CameraFieldsProps {
  readonly cameras: readonly CameraView[];
  readonly chosen: ReadonlySet<string>;
  readonly findings: readonly CameraFinding[];
  readonly zone: string;
  /** Why these cannot be ordered. */
  readonly error: string | undefined;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

/** Which cameras, and what is known of each before anything is fetched. */
export function CameraFields(props: CameraFieldsProps): ReactElement {
  const { cameras, chosen, findings, zone, error, onChoose } = props;
  const leaveOut = (cameraId: string) =>
    onChoose(new Set([...chosen].filter((id) => id !== cameraId)));
  return (
    <section aria-label={t('exports.found')} className="min-w-0">
      <h3 className="text-sm font-medium">{t('exports.order.cameras')}</h3>
      <ul className="flex flex-col">
        {findings.map((finding) => (
          <FindingLine
            key={finding.camera.id}
            finding={finding}
            zone={zone}
            onLeave={findings.length > 1 ? () => leaveOut(finding.camera.id) : null}
          />
        ))}
      </ul>
      <p aria-live="polite" className="text-p1 text-sm">
        {error}
      </p>
      <details className="group mt-1">
        <summary className={summaryLook}>
          <ChevronRight aria-hidden className="size-4 group-open:rotate-90" />
          {t('exports.order.cameras.change')}
        </summary>
        <div className="pt-2">
          <CameraChecks
            legend={t('exports.cameras')}
            cameras={cameras}
            chosen={chosen}
            onChoose={onChoose}
          />
        </div>
      </details>
    </section>
  );
}

/** Of what is folded away until somebody wants it. */
export const summaryLook =
  'inline-flex min-h-8 cursor-pointer list-none items-center gap-1.5 rounded-control pe-2 text-sm text-text-2 hover:text-text pointer-coarse:min-h-11';
