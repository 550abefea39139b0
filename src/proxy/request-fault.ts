import type { Problem, requestFaults } from '../api/problem.ts';

/** A request that our own surface refuses; becomes the Problem of the reply. */
export class RequestFault extends Error {
  override readonly name = 'RequestFault';
  readonly fault: (typeof requestFaults)[number];
  /** The field that was wrong, or what stands in the way; never a value that was sent. */
  readonly detail: string | undefined;
  readonly more: Pick<Problem, 'rule' | 'retryAfterMs'>;

  constructor(
    fault: (typeof requestFaults)[number],
    detail?: string,
    more: Pick<Problem, 'rule' | 'retryAfterMs'> = {},
  ) {
    super([fault, detail].filter(Boolean).join(': '));
    this.fault = fault;
    this.detail = detail?.slice(0, 200);
    this.more = more;
  }

  toProblem(): Problem {
    const { fault, detail, more } = this;
    return { kind: fault, reason: fault, ...(detail === undefined ? {} : { detail }), ...more };
  }
}
