import { cookieHeader, type Product, type SessionCookie } from '../../scripts/run-product.ts';
import type { DisturbOrder, SiteControl } from '../../scripts/site-control.ts';
import type { SteeringClient } from '../../scripts/steering-client.ts';
import type { TurningCamera } from '../../scripts/turning-cameras.ts';
import { lapseMs } from '../../src/api/control.ts';
import { guardHeader, routes } from '../../src/api/routes.ts';

/** A camera in motion, and what a fault may lay its hands on. */
export interface SteeringScene {
  readonly product: Product;
  readonly control: SiteControl;
  readonly camera: TurningCamera;
  readonly cameraId: string;
  /** The window that steers. */
  readonly client: SteeringClient;
  readonly session: SessionCookie;
  /** A supervisor's window, which looks on. */
  readonly other: SteeringClient;
}

type Lapse = (scene: SteeringScene) => Promise<number> | number;
type Trouble = Pick<DisturbOrder, 'kind' | 'commands' | 'times' | 'ms' | 'obeyed'>;

export interface SteeringFault {
  readonly name: string;
  /** What becomes of the device before anything moves, or while it moves. */
  readonly before?: Trouble;
  readonly trouble?: Trouble;
  /** Does it to the window; answers from when on the camera should stop, epoch ms. */
  readonly lapse: Lapse;
}

const blur: Lapse = ({ client, cameraId }) => {
  client.stop(cameraId);
  return Date.now();
};
const pointerCancel: Lapse = ({ client, cameraId }) => {
  client.stand(cameraId);
  return Date.now();
};
const tabClosed: Lapse = ({ client }) => {
  client.letGo();
  client.socket.close();
  return Date.now();
};
const browserKilled: Lapse = ({ client }) => {
  client.socket.terminate();
  return Date.now();
};
const offline: Lapse = ({ client }) => {
  client.cutOff();
  return client.renewedAtMs + lapseMs;
};
const tabHangs: Lapse = ({ client }) => {
  client.letGo();
  return client.renewedAtMs + lapseMs;
};
const revoked: Lapse = async ({ product, session }) => {
  const atMs = Date.now();
  const reply = await fetch(`${product.origin}${routes.session}`, {
    method: 'DELETE',
    headers: { origin: product.origin, [guardHeader]: '1', cookie: cookieHeader(session) },
  });
  if (!reply.ok) throw new TypeError(`signing out: ${reply.status}`);
  return atMs;
};
const takenOver: Lapse = ({ other, cameraId }) => {
  other.ask({ type: 'take-over', cameraId });
  return Date.now();
};

const stop500 = { kind: 'status-500', commands: 'stop', times: 2 } as const;
const stopLost = { kind: 'lost', commands: 'stop', times: 2 } as const;
const stopRefused = { kind: 'refuse', commands: 'stop', times: 2 } as const;
/** Longer than the proxy waits for a command. */
const stopSilent = { kind: 'timeout', commands: 'stop', times: 1, ms: 2000 } as const;
const moveUnanswered = {
  kind: 'timeout',
  commands: 'move',
  times: 1,
  ms: 2000,
  obeyed: true,
} as const;

/** What befalls windows, what befalls devices, and both at once. */
export const steeringFaults: readonly SteeringFault[] = [
  { name: 'blur', lapse: blur },
  { name: 'pointer cancelled', lapse: pointerCancel },
  { name: 'tab closed', lapse: tabClosed },
  { name: 'browser killed', lapse: browserKilled },
  { name: 'offline', lapse: offline },
  { name: 'tab hangs', lapse: tabHangs },
  { name: 'session revoked', lapse: revoked },
  { name: 'taken over', lapse: takenOver },
  { name: 'stop answered 500', trouble: stop500, lapse: blur },
  { name: 'stop unanswered', trouble: stopSilent, lapse: blur },
  { name: 'stop lost', trouble: stopLost, lapse: blur },
  { name: 'stop refused', trouble: stopRefused, lapse: blur },
  { name: 'move obeyed and unanswered', before: moveUnanswered, lapse: blur },
  { name: 'tab closed, stop lost', trouble: stopLost, lapse: tabClosed },
  { name: 'browser killed, stop answered 500', trouble: stop500, lapse: browserKilled },
  { name: 'offline, stop unanswered', trouble: stopSilent, lapse: offline },
  { name: 'session revoked, stop lost', trouble: stopLost, lapse: revoked },
  { name: 'taken over, stop answered 500', trouble: stop500, lapse: takenOver },
];

/** How a fault went. */
export interface InjectedFault {
  readonly fault: string;
  readonly protocol: string;
  /** From the lapse until the head stood, by the device's own log. */
  readonly lateMs: number;
  readonly beganAtMs: number;
  readonly stoodAtMs: number;
}
