import type { ProbeCandidate } from '../../../api/probe.ts';
import { DeviceError } from '../../../domain/device-error.ts';
import type { Peek, Protocol } from '../../../protocols/protocol.ts';
import type { DeviceConnection } from '../../link/device-connection.ts';
import { cleanName } from '../clean-name.ts';
import { deviceErrorOf } from '../device-error-of.ts';

/** Verdicts below this are not shown: they would only be guesses. */
const leastConfidence = 0.3;

export interface Recognised {
  /** The best first; those that tie in the order of the catalogue. */
  readonly candidates: readonly ProbeCandidate[];
  /** What answered, whether or not it was recognised. */
  readonly answers: readonly Peek[];
  /** Why nothing answered, where nothing did. */
  readonly failure: DeviceError | undefined;
}

/** Asks for every protocol side by side whether the device speaks it. */
export async function recognise(
  protocols: readonly Protocol[],
  entryTarget: string,
  connect: (protocol: Protocol) => DeviceConnection,
): Promise<Recognised> {
  const looks = await Promise.all(
    protocols.map((protocol) => lookFor(protocol, entryTarget, connect)),
  );
  return {
    candidates: looks
      .flatMap(({ candidate }) => (candidate ? [candidate] : []))
      .filter(({ confidence }) => confidence >= leastConfidence)
      .sort((one, other) => other.confidence - one.confidence),
    answers: looks.flatMap(({ answer }) => (answer ? [answer] : [])),
    failure: looks.find(({ failure }) => failure)?.failure,
  };
}

interface Look {
  readonly answer?: Peek;
  readonly candidate?: ProbeCandidate;
  readonly failure?: DeviceError;
}

async function lookFor(
  protocol: Protocol,
  entryTarget: string,
  connect: (protocol: Protocol) => DeviceConnection,
): Promise<Look> {
  const connection = connect(protocol);
  const target = protocol.recognition.target(entryTarget);
  try {
    const answer = await connection.peek(target);
    const verdict = protocol.recognition.judge(answer);
    if (!verdict) return { answer };
    const candidate = {
      protocolId: protocol.id,
      protocolName: protocol.name,
      confidence: verdict.confidence,
      asked: `${connection.isRtsp ? 'DESCRIBE' : 'GET'} ${target.split('?')[0] ?? ''}`.slice(
        0,
        200,
      ),
      evidence: cleanName(verdict.evidence),
    };
    return { answer, candidate };
  } catch (failure) {
    return { failure: deviceErrorOf(failure) };
  } finally {
    await connection.close();
  }
}

/** What to say when something answered and no protocol knows it. */
export function unrecognised(
  { answers, failure }: Recognised,
  asked: { readonly entryTarget: string; readonly withAccount: boolean },
): DeviceError {
  const closed = answers.some(({ status }) => status === 401);
  if (closed) {
    return new DeviceError('unauthorized', asked.withAccount ? 'login-refused' : 'login-needed');
  }
  const page = answers.find(
    ({ contentType, status }) => status === 200 && contentType === 'text/html',
  );
  if (page && asked.entryTarget !== '/') {
    return new DeviceError('malformed-reply', 'html-page', { detail: page.contentType });
  }
  if (answers.length === 0 && failure) return failure;
  const [first] = answers;
  const detail = first && [first.status, cleanName(first.contentType)].filter(Boolean).join(' ');
  return new DeviceError('unsupported', 'recognised-nothing', { detail });
}
