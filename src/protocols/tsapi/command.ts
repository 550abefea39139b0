import { z } from 'zod';
import {
  DeviceError,
  type DeviceErrorKind,
  type DeviceErrorReason,
} from '../../domain/device-error.ts';
import { parseJson } from '../parsing/json.ts';
import type { DeviceLink, EndpointCall } from '../protocol.ts';
import { ask, operationOf } from './ask.ts';
import { refuseCode } from './response-code.ts';

/** The guide refuses with status 200 and a code; where a status says it first, the code still counts. */
const refusedStatus: ReadonlyMap<number, readonly [DeviceErrorKind, DeviceErrorReason]> = new Map([
  [400, ['rejected', 'illegal-parameter']],
  [403, ['forbidden', 'no-permission']],
  [404, ['unsupported', 'not-found']],
  [500, ['rejected', 'server-error']],
]);

const coded = z.object({ code: z.int() });

/** Sends a command that answers a code alone. */
export async function sendCommand(link: DeviceLink, call: EndpointCall): Promise<void> {
  await readCommand(link, call, coded);
}

/**
 * Sends a command that answers more than its code, which is looked at first: a refused one answers
 * the code alone.
 * @throws DeviceError for every code but 0, with the code as its detail
 */
export async function readCommand<Schema extends z.ZodType>(
  link: DeviceLink,
  call: EndpointCall,
  schema: Schema,
): Promise<z.output<Schema>> {
  const operation = operationOf(call);
  const reply = await ask(link, call, [...refusedStatus.keys()]);
  const code = codeIn(reply.text);
  if (code !== undefined) refuseCode(code, operation);
  const refused = refusedStatus.get(reply.status);
  if (refused !== undefined) {
    throw new DeviceError(...refused, { operation, detail: String(reply.status) });
  }
  return parseJson(reply.text, schema, operation);
}

/** The code of the whole reply; lists have one in each of their entries instead. */
function codeIn(text: string): number | undefined {
  try {
    return parseJson(text, coded, '').code;
  } catch (failure) {
    if (failure instanceof DeviceError) return undefined;
    throw failure;
  }
}
