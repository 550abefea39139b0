import {
  Circle,
  CircleCheck,
  CircleMinus,
  CircleX,
  LoaderCircle,
  type LucideIcon,
  TriangleAlert,
} from 'lucide-react';
import type { ReactElement } from 'react';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import type { ProbeRun, RungState } from './probe-run.ts';

const looks: Record<RungState['outcome'], { readonly icon: LucideIcon; readonly ink: string }> = {
  waiting: { icon: Circle, ink: 'text-line-ui' },
  running: { icon: LoaderCircle, ink: 'animate-spin text-accent' },
  passed: { icon: CircleCheck, ink: 'text-ok' },
  warned: { icon: TriangleAlert, ink: 'text-p3' },
  failed: { icon: CircleX, ink: 'text-p1' },
  skipped: { icon: CircleMinus, ink: 'text-text-3' },
};

/** The ladder as it is climbed: each rung with its outcome, its time, and what to do if it failed. */
export function ProbeLadder({ run }: { readonly run: ProbeRun }): ReactElement {
  return (
    <div>
      <ol aria-label={t('devices.check.log')} className="flex flex-col">
        {run.rungs.map((rung) => (
          <Rung key={rung.rung} state={rung} run={run} />
        ))}
      </ol>
      <p aria-live="polite" className="sr-only">
        {spokenProgress(run)}
      </p>
    </div>
  );
}

interface RungProps {
  readonly state: RungState;
  readonly run: ProbeRun;
}

function Rung({ state, run }: RungProps): ReactElement {
  const { icon: Icon, ink } = looks[state.outcome];
  const quiet = state.outcome === 'waiting' || state.outcome === 'skipped';
  const words = state.problem === undefined ? null : problemText(state.problem);
  return (
    <li
      className="group relative flex gap-3 pb-3 last:pb-0"
      data-rung={state.rung}
      data-outcome={state.outcome}
    >
      <span
        aria-hidden
        className="absolute start-2.5 top-6 bottom-0.5 w-px bg-line group-last:hidden"
      />
      <Icon aria-hidden className={`size-5 shrink-0 ${ink}`} />
      <div className="min-w-0 grow">
        <div className="flex items-baseline gap-x-3">
          <div className="flex min-w-0 grow flex-wrap items-baseline gap-x-3">
            <span className={quiet ? 'text-text-3' : 'font-medium'}>
              {t(`devices.rung.${state.rung}`)}
            </span>
            <span className={quiet ? 'text-xs text-text-3' : 'sr-only'}>
              {t(`devices.outcome.${outcomeName(state, run)}`)}
            </span>
            {state.fact !== undefined && (
              <bdi className="min-w-0 font-mono text-xs text-text-2 wrap-anywhere">
                {state.fact}
              </bdi>
            )}
          </div>
          {state.tookMs !== undefined && state.outcome !== 'skipped' && (
            <span className="shrink-0 text-xs whitespace-nowrap text-text-3">
              {t('devices.check.took', { milliseconds: Math.round(state.tookMs) })}
            </span>
          )}
        </div>
        {state.progress !== undefined && <Search {...state.progress} />}
        {words !== null && (
          <p className="mt-0.5">
            <span className={state.outcome === 'warned' ? 'text-p3' : 'text-p1'}>{words.what}</span>{' '}
            {/* Where the ladder ends, the screen says what to do beside it. */}
            {state.rung !== run.stoppedAt && <span className="text-text-2">{words.todo}</span>}
          </p>
        )}
      </div>
    </li>
  );
}

/** The word for a rung that was not climbed says whether it still will be. */
function outcomeName({ rung, outcome }: RungState, { phase }: ProbeRun) {
  if (outcome === 'waiting' && phase !== 'running') return 'unreached';
  // The proxy leaves this one out only where the device shows what it is after the login alone.
  return outcome === 'skipped' && rung === 'protocol' ? 'afterLogin' : outcome;
}

interface SearchProps {
  readonly done: number;
  readonly most: number;
}

/** How far a search has come that asks for one camera after another. */
function Search({ done, most }: SearchProps): ReactElement {
  const position = Math.min(done + 1, most);
  return (
    <ProgressBar
      className="mt-1"
      value={done}
      max={most}
      label={t('devices.check.search', { position, most })}
    />
  );
}

/** One short sentence for each rung that ends, so that a screen reader is not flooded. */
function spokenProgress(run: ProbeRun): string {
  const ended = run.rungs.findLast(
    ({ outcome }) => outcome === 'passed' || outcome === 'warned' || outcome === 'failed',
  );
  if (ended === undefined) return '';
  const words = ended.problem === undefined ? [] : Object.values(problemText(ended.problem));
  const outcome = t(`devices.outcome.${ended.outcome}`);
  return [t(`devices.rung.${ended.rung}`), outcome, ended.fact, ...words]
    .filter(Boolean)
    .join(', ');
}
