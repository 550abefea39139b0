import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Fault, faults, type SimulatedDevice } from './device.ts';
import { DeviceServer } from './http/device-server.ts';
import { readBody } from './http/read-body.ts';
import { sendJson } from './ts-nvr/json-reply.ts';

const mostBodyBytes = 4096;

interface ControlRequest {
  readonly device: string;
  readonly fault: Fault;
  readonly channel?: number;
  readonly code?: number;
}

/**
 * Lets another process make devices fail: `POST /faults` with
 * `{"device": name, "fault": one of the faults, "channel"?: number, "code"?: number}`, and `GET /log`.
 */
export function createControlServer(
  port: number,
  devices: readonly SimulatedDevice[],
  now: () => number,
): DeviceServer {
  return new DeviceServer(port, now, (request, response) => {
    void answer(request, response, devices);
  });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  devices: readonly SimulatedDevice[],
): Promise<void> {
  if (request.method === 'GET' && request.url === '/log') {
    return sendJson(
      response,
      200,
      Object.fromEntries(devices.map(({ name, log }) => [name, log.entries])),
    );
  }
  if (request.method !== 'POST' || request.url !== '/faults')
    return sendJson(response, 404, { error: 'not found' });
  const wanted = readControl((await readBody(request, mostBodyBytes)) ?? '');
  const device = devices.find(({ name }) => name === wanted?.device);
  if (wanted === null || device === undefined)
    return sendJson(response, 400, { error: 'no such device or fault' });
  const done = await device.applyFault(wanted);
  return sendJson(
    response,
    done ? 200 : 400,
    done ? { ok: true } : { error: 'the device does not know this fault' },
  );
}

function readControl(body: string): ControlRequest | null {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { device, fault, channel, code } = value as Record<string, unknown>;
  const known = faults.find((one) => one === fault);
  if (typeof device !== 'string' || known === undefined) return null;
  return {
    device,
    fault: known,
    ...(typeof channel === 'number' ? { channel } : {}),
    ...(typeof code === 'number' ? { code } : {}),
  };
}
