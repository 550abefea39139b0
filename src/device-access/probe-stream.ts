import type { ProbeEvent, ProbeRequest } from '../api/probe.ts';
import { routes } from '../api/routes.ts';
import { request, transportFault } from './request.ts';
import { RequestProblem } from './request-problem.ts';

export interface ProbeOptions {
  readonly signal: AbortSignal;
  readonly onEvent: (event: ProbeEvent) => void;
}

/**
 * Climbs the ladder and reports each line as it comes. Resolves after `found` or `stopped`.
 * Rejects with a RequestProblem when the proxy breaks off, or with the abort reason.
 */
export async function runProbe(probe: ProbeRequest, options: ProbeOptions): Promise<void> {
  const { signal, onEvent } = options;
  const response = await request(routes.probes, {
    method: 'POST',
    body: probe,
    signal,
    timeoutMs: Number.POSITIVE_INFINITY,
  });
  let ended = false;
  try {
    for await (const event of readProbeEvents(response.body)) {
      signal.throwIfAborted();
      ended = event.type === 'found' || event.type === 'stopped';
      onEvent(event);
    }
  } catch (fault) {
    if (fault instanceof RequestProblem) throw fault;
    throw transportFault(fault, signal);
  }
  if (!ended) throw new RequestProblem({ kind: 'unreachable', reason: 'server-unreachable' });
}

/** One JSON value per line; a chunk may end inside a line, or inside a character. */
export async function* readProbeEvents(
  body: ReadableStream<Uint8Array<ArrayBuffer>> | null,
): AsyncGenerator<ProbeEvent> {
  if (body === null) return;
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      const lines = (rest + (value ?? '')).split('\n');
      rest = done ? '' : (lines.pop() ?? '');
      for (const line of lines) {
        if (line.trim() !== '') yield parseLine(line);
      }
      if (done) return;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function parseLine(line: string): ProbeEvent {
  try {
    return JSON.parse(line) as ProbeEvent;
  } catch {
    throw new RequestProblem({ kind: 'malformed-reply', reason: 'server-unreadable' });
  }
}
