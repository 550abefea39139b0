import type { DeviceCertificate } from '../../api/certificate.ts';
import type { ProbeCandidate, ProbeEvent, ProbeFindings, ProbeRung } from '../../api/probe.ts';
import type { SeenProblem } from '../../api/problem.ts';

export interface RungState {
  readonly rung: ProbeRung;
  readonly outcome: 'waiting' | 'running' | 'passed' | 'warned' | 'failed' | 'skipped';
  readonly tookMs?: number | undefined;
  readonly fact?: string | undefined;
  readonly problem?: SeenProblem | undefined;
  /** How far a rung of many steps has come, only while it runs. */
  readonly progress?: { readonly done: number; readonly most: number } | undefined;
}

export interface ProbeRun {
  readonly phase: 'idle' | 'running' | 'found' | 'stopped' | 'cancelled' | 'broken';
  readonly rungs: readonly RungState[];
  readonly candidates: readonly ProbeCandidate[];
  /** What the device shows of itself over TLS. */
  readonly certificate: DeviceCertificate | null;
  readonly findings: ProbeFindings | null;
  /** Why it stopped or broke. */
  readonly problem: SeenProblem | null;
  readonly stoppedAt: ProbeRung | null;
}

export type ProbeAction =
  | { readonly type: 'start'; readonly keepUntil?: ProbeRung | undefined }
  | { readonly type: 'event'; readonly event: ProbeEvent }
  | { readonly type: 'cancelled' }
  | { readonly type: 'broken'; readonly problem: SeenProblem };

/** The certificate that a person has to judge before the ladder can go on. */
export function doubtedCertificate({ certificate, problem }: ProbeRun): DeviceCertificate | null {
  const inDoubt =
    problem?.reason === 'certificate-untrusted' || problem?.reason === 'certificate-changed';
  return inDoubt ? certificate : null;
}

// An object, so that the compiler asks for a rung that the contract adds.
const order: Record<ProbeRung, true> = {
  address: true,
  name: true,
  connect: true,
  tls: true,
  http: true,
  protocol: true,
  login: true,
  identity: true,
  channels: true,
  picture: true,
};
const rungOrder = Object.keys(order) as readonly ProbeRung[];

export const idleProbe: ProbeRun = {
  phase: 'idle',
  rungs: rungOrder.map((rung) => ({ rung, outcome: 'waiting' })),
  candidates: [],
  certificate: null,
  findings: null,
  problem: null,
  stoppedAt: null,
};

/** What a ladder looks like after each of its lines. */
export function probeReducer(run: ProbeRun, action: ProbeAction): ProbeRun {
  switch (action.type) {
    case 'start':
      return started(run, action.keepUntil);
    case 'event':
      return afterEvent(run, action.event);
    case 'cancelled':
      return { ...unfinished(run), phase: 'cancelled' };
    case 'broken':
      return { ...unfinished(run), phase: 'broken', problem: action.problem };
  }
}

/** With `keepUntil` the rungs before it stay as they stood: a ladder goes on after the login. */
function started(run: ProbeRun, keepUntil: ProbeRung | undefined): ProbeRun {
  if (keepUntil === undefined) return { ...idleProbe, phase: 'running' };
  const from = rungOrder.indexOf(keepUntil);
  const rungs = run.rungs.map((rung, position) =>
    position < from ? rung : { rung: rung.rung, outcome: 'waiting' as const },
  );
  return { ...idleProbe, phase: 'running', rungs, candidates: run.candidates };
}

function afterEvent(run: ProbeRun, event: ProbeEvent): ProbeRun {
  switch (event.type) {
    case 'begin':
      return withRung(run, { rung: event.rung, outcome: 'running' });
    case 'end': {
      const { type: _, ...ended } = event;
      return withRung(run, ended);
    }
    case 'progress': {
      const { rung, done, most } = event;
      return withRung(run, { rung, outcome: 'running', progress: { done, most } });
    }
    case 'certificate':
      return { ...run, certificate: event.certificate };
    case 'candidates':
      return { ...run, candidates: event.candidates };
    case 'found':
      return { ...run, phase: 'found', findings: event.findings };
    case 'stopped':
      return {
        ...unfinished(run),
        phase: 'stopped',
        problem: event.problem,
        stoppedAt: event.rung,
      };
  }
}

function withRung(run: ProbeRun, changed: RungState): ProbeRun {
  return { ...run, rungs: run.rungs.map((rung) => (rung.rung === changed.rung ? changed : rung)) };
}

/** Nothing may go on turning after the end. */
function unfinished(run: ProbeRun): ProbeRun {
  const rungs = run.rungs.map((rung) =>
    rung.outcome === 'running' ? { rung: rung.rung, outcome: 'waiting' as const } : rung,
  );
  return { ...run, rungs };
}
