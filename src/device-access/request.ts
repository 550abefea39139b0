import type { Problem, SeenProblem } from '../api/problem.ts';
import { guardHeader, routes } from '../api/routes.ts';
import { askConfirmation } from './confirmation.ts';
import { RequestProblem } from './request-problem.ts';
import { doubtSession } from './session-doubt.ts';

const answerTimeoutMs = 15_000;

export interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Which bytes of a file are wanted, as the header of that name has it. */
  readonly range?: string;
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
  /** Until the reply begins and ends; `Infinity` for a reply that streams. */
  readonly timeoutMs?: number;
  /** False for what no person asked for just now: it fails with `confirm-needed` instead. */
  readonly asksPassword?: boolean;
}

/**
 * Sends a request to the proxy and resolves with a reply of 200 to 299. Where the proxy wants the
 * password first, the person is asked and the request sent once more.
 * Rejects with a RequestProblem, or with the abort reason when the caller's own signal fired.
 */
export async function request(path: string, options: RequestOptions = {}): Promise<Response> {
  try {
    return await send(path, options);
  } catch (fault) {
    const reason = fault instanceof RequestProblem ? fault.problem.reason : null;
    if (reason === 'sign-in-needed' || reason === 'setup-needed') void doubtSession();
    if (reason !== 'confirm-needed' || path === routes.confirm) throw fault;
    void doubtSession();
    if (options.asksPassword === false) throw fault;
    const given = await askConfirmation(options.signal);
    options.signal?.throwIfAborted();
    if (!given) throw fault;
    return await send(path, options);
  }
}

async function send(path: string, options: RequestOptions): Promise<Response> {
  const { method = 'GET', body, range, signal, timeoutMs = answerTimeoutMs } = options;
  const signals = signal === undefined ? [] : [signal];
  if (Number.isFinite(timeoutMs)) signals.push(AbortSignal.timeout(timeoutMs));
  const init: RequestInit = { method, headers: headersOf(method, body) };
  if (range !== undefined) init.headers = { ...init.headers, range };
  if (signals.length > 0) init.signal = AbortSignal.any(signals);
  if (body !== undefined) init.body = JSON.stringify(body);

  let response: Response;
  try {
    response = await fetch(path, init);
  } catch (fault) {
    throw transportFault(fault, signal);
  }
  if (!response.ok) throw new RequestProblem(await readProblem(response), response.status);
  return response;
}

/** The JSON of a reply; its shape is the contract's, which the proxy checks before sending. */
export async function requestJson<T>(path: string, options: RequestOptions = {}): Promise<T> {
  const response = await request(path, options);
  try {
    return (await response.json()) as T;
  } catch (fault) {
    if (fault instanceof SyntaxError) {
      throw new RequestProblem({ kind: 'malformed-reply', reason: 'server-unreadable' });
    }
    throw transportFault(fault, options.signal);
  }
}

/** Names what broke a reply that had begun, or one that never came. */
export function transportFault(fault: unknown, signal: AbortSignal | undefined): unknown {
  if (signal?.aborted) return signal.reason;
  if (fault instanceof DOMException && fault.name === 'TimeoutError') {
    return new RequestProblem({ kind: 'timeout', reason: 'server-timeout' });
  }
  return new RequestProblem({ kind: 'unreachable', reason: 'server-unreachable' });
}

function headersOf(method: string, body: unknown): Record<string, string> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (method !== 'GET') headers[guardHeader] = '1';
  if (body !== undefined) headers['content-type'] = 'application/json';
  return headers;
}

async function readProblem(response: Response): Promise<SeenProblem> {
  const body: unknown = await response.json().catch(() => null);
  if (isProblem(body)) return body;
  // Something between the window and the proxy answered in its place, e.g. a reverse proxy.
  const detail = String(response.status);
  if (response.status >= 502 && response.status <= 504) {
    return { kind: 'unreachable', reason: 'server-unreachable', detail };
  }
  return { kind: 'internal', reason: 'internal', detail };
}

function isProblem(body: unknown): body is Problem {
  return (
    typeof body === 'object' &&
    body !== null &&
    'kind' in body &&
    typeof body.kind === 'string' &&
    'reason' in body &&
    typeof body.reason === 'string'
  );
}
