import type { IncomingMessage, ServerResponse } from 'node:http';
import { disturb, questions, setClock, setInput } from './control/control-answers.ts';
import { type FaultRequest, faults, type SimulatedDevice } from './device.ts';
import { burst, failEvents, sendEvent } from './events/event-orders.ts';
import { DeviceServer } from './http/device-server.ts';
import { readBody } from './http/read-body.ts';

const mostBodyBytes = 4096;

type Fields = Readonly<Record<string, unknown>>;

/** What the control endpoint does, by its path; false where the device does not know it. */
const orders: Readonly<
  Record<string, (device: SimulatedDevice, fields: Fields) => boolean | Promise<boolean>>
> = {
  '/faults': (device, fields) => {
    const request = readFault(fields);
    return request !== null && device.applyFault(request);
  },
  '/command-faults': ({ controls }, fields) => disturb(controls, fields),
  '/clocks': setClock,
  '/export-habits': ({ recordings }, { device: _, ...fields }) =>
    recordings.disturbExports?.(fields) ?? false,
  '/inputs': ({ controls }, fields) => setInput(controls, fields),
  '/events': ({ events }, fields) => sendEvent(events, fields),
  '/event-bursts': ({ events }, fields) => burst(events, fields),
  '/event-faults': ({ events }, fields) => failEvents(events, fields),
};

/**
 * Lets another process see and disturb the devices. Each order names its device:
 * `POST /faults {"device", "fault", "channel"?, "code"?}`,
 * `POST /command-faults {"device", "camera"?, "kind", "commands"?, "times"?, "ms"?, "obeyed"?}`,
 * `POST /clocks {"device", "aheadMs"}`,
 * `POST /export-habits {"device", "code"?, "cutAfterBytes"?, "bytesPerSecond"?, "sizeBytes"?, "ttlMs"?, "hangsUp"?}`,
 * `POST /inputs {"device", "camera"?, "input", "on"}`,
 * `POST /events {"device", "channel"?, "kind", …}`,
 * `POST /event-bursts {"device", "kind"?, "count", "perSecond"}`,
 * `POST /event-faults {"device", "kind", "forMs"}`. `GET` of a question tells of all devices,
 * or with `?device=` of one; of recordings with `camera`, `from` and `to` besides.
 */
export function createControlServer(
  port: number,
  devices: readonly SimulatedDevice[],
  now: () => number,
): DeviceServer {
  return new DeviceServer(port, now, (request, response) => {
    void answer(request, response, devices, now);
  });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  devices: readonly SimulatedDevice[],
  now: () => number,
): Promise<void> {
  const { pathname: path, searchParams } = new URL(request.url ?? '/', 'http://control');
  const question = request.method === 'GET' ? questions[path] : undefined;
  if (question !== undefined) {
    const named = searchParams.get('device');
    const asked = devices.filter(({ name }) => named === null || name === named);
    return sendJson(response, 200, question(asked, now, searchParams));
  }
  const order = request.method === 'POST' ? orders[path] : undefined;
  if (order === undefined) return sendJson(response, 404, { error: 'not found' });
  const fields = readFields((await readBody(request, mostBodyBytes)) ?? '');
  const device = devices.find(({ name }) => name === fields.device);
  if (device === undefined) return sendJson(response, 400, { error: 'no such device' });
  const done = await order(device, fields);
  return sendJson(
    response,
    done ? 200 : 400,
    done ? { ok: true } : { error: 'the device does not know this' },
  );
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  const body = JSON.stringify(value);
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
  });
  response.end(body);
}

/** Empty for anything but a JSON object. */
function readFields(body: string): Fields {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? (value as Fields) : {};
  } catch {
    return {};
  }
}

function readFault({ fault, channel, code }: Fields): FaultRequest | null {
  const known = faults.find((one) => one === fault);
  if (known === undefined) return null;
  return {
    fault: known,
    ...(typeof channel === 'number' ? { channel } : {}),
    ...(typeof code === 'number' ? { code } : {}),
  };
}
