import { useStore } from 'zustand';
import type { SeenProblem } from '../../api/problem.ts';
import { controlState } from '../../device-access/control-state.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { Notice } from '../../ui/notice.tsx';
import type { Helm, HelmHint, HelmState } from './helm.ts';
import { useRefusal } from './use-refusal.ts';
import { useSteeringReport } from './use-steering-report.ts';

/** The one thing that nobody may overlook: the camera may still be moving. */
export function UnconfirmedStop({ helm }: { readonly helm: Helm }) {
  const report = useSteeringReport(helm.cameraId);
  if (report?.motion !== 'unconfirmed') return null;
  return (
    <Notice tone="error" title={t('ptz.unconfirmed')}>
      {report.problem && problemText(report.problem).what}
    </Notice>
  );
}

/** What stands in the way of steering. Below the controls, so that they stay where they are. */
export function SteeringNotices({ helm }: { readonly helm: Helm }) {
  const link = useStore(controlState, (state) => state.state);
  const problem = useRefusal(helm);
  const tourId = useStore(helm.state, tourOf);
  const hint = useStore(helm.state, (state) => state.hint);
  return (
    <>
      {link === 'connecting' && (
        <p role="status" className="text-text-3">
          {t('ptz.connecting')}
        </p>
      )}
      {link === 'lost' && (
        <Notice tone="warning" title={t('ptz.lost')}>
          {t('ptz.lost.todo')}
        </Notice>
      )}
      {problem !== null && tourId === null && <Refusal problem={problem} />}
      {hint !== null && <Notice tone="info" title={hintText(hint)} />}
    </>
  );
}

const tourOf = ({ problem, problemTourId }: HelmState) => (problem === null ? null : problemTourId);

/** Why a tour was not started, stopped or marked. */
export function TourRefusal({ helm, tourId }: { readonly helm: Helm; readonly tourId: string }) {
  const problem = useRefusal(helm);
  const its = useStore(helm.state, tourOf) === tourId;
  return its && problem !== null ? <Refusal problem={problem} /> : null;
}

function Refusal({ problem }: { readonly problem: SeenProblem }) {
  const { what, todo } = problemText(problem);
  return (
    <Notice tone="warning" title={what}>
      {todo}
    </Notice>
  );
}

function hintText(hint: HelmHint): string {
  if (hint.kind === 'no-preset') return t('ptz.hint.no-preset', { number: hint.number });
  return t('ptz.hint.no-picture');
}
