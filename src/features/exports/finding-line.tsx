import { Ban, CircleCheck, CircleDashed, CircleHelp, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { momentInZone } from '../../domain/zone-time.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import type { CameraFinding } from './camera-findings.ts';
import { gapsText } from './gaps-text.ts';

export interface FindingLineProps {
  readonly finding: CameraFinding;
  readonly zone: string;
  /** Null where it is the only one. */
  readonly onLeave: (() => void) | null;
}

const icons = {
  whole: CircleCheck,
  'not-asked': CircleDashed,
  asking: CircleDashed,
  gaps: TriangleAlert,
  nothing: TriangleAlert,
  'not-told': CircleHelp,
  failed: CircleHelp,
  'no-export': Ban,
} as const;

/** One camera, and what its pack will lack. */
export function FindingLine({ finding, zone, onLeave }: FindingLineProps): ReactElement {
  const { camera, kind } = finding;
  const Icon = icons[kind];
  const isDoubtful = !['whole', 'not-asked', 'asking', 'gaps'].includes(kind);
  return (
    <li className="flex min-h-9 items-start gap-2 border-line border-b py-1 text-sm">
      <Icon aria-hidden className="mt-1 size-4 shrink-0 text-text-2" />
      <p className="min-w-0 grow wrap-anywhere py-0.5">
        <bdi className="font-medium">{camera.name}</bdi>{' '}
        {camera.deviceName !== camera.name && (
          <span className="text-text-2 text-xs">{camera.deviceName}</span>
        )}
        <span className={`block tabular-nums ${kind === 'whole' ? 'text-text-2' : ''}`}>
          {wordsOf(finding, zone)}
        </span>
      </p>
      {isDoubtful && onLeave !== null && (
        <Button
          look="quiet"
          className="shrink-0"
          aria-label={t('exports.found.leave.of', { camera: camera.name })}
          onClick={onLeave}
        >
          {t('exports.found.leave')}
        </Button>
      )}
    </li>
  );
}

function wordsOf(finding: CameraFinding, zone: string): string {
  if (finding.kind === 'failed') {
    if (finding.problem === null) return t('exports.found.unknown');
    return t('exports.found.failed.camera', { what: problemText(finding.problem).what });
  }
  if (finding.kind !== 'gaps') return t(`exports.found.${finding.kind}`);
  const { gaps, byMinute, untoldFromMs } = finding;
  const texts: string[] = [];
  if (gaps.length > 0) {
    const told = gapsText(gaps, zone);
    texts.push(t(byMinute ? 'exports.found.gaps.minute' : 'exports.found.gaps', { gaps: told }));
  }
  if (untoldFromMs !== null) {
    texts.push(t('exports.found.untold', { from: momentInZone(untoldFromMs, zone) }));
  }
  return new Intl.ListFormat('en', { type: 'unit' }).format(texts);
}
