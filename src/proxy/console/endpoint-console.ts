import type { AuditEntry } from '../../api/audit.ts';
import {
  type ConsoleCall,
  type ConsoleReply,
  consoleCallSchema,
  type EndpointList,
} from '../../api/console.ts';
import { DeviceError } from '../../domain/device-error.ts';
import type { Endpoint, EndpointCall, Protocol } from '../../protocols/protocol.ts';
import type { Audit, AuditSignature, NewAuditEntry } from '../access/audit.ts';
import type { ActiveDevice } from '../registry/active-device.ts';
import { deviceErrorOf, deviceProblem } from '../registry/device-error-of.ts';
import { RequestFault } from '../request-fault.ts';
import { askDevice } from './ask-device.ts';
import { checkCall } from './check-call.ts';
import { Cooldown } from './cooldown.ts';
import { describeEndpoint } from './describe-endpoint.ts';
import { ownSecrets } from './own-secrets.ts';
import { recordedParameters, typedSecrets } from './recorded-parameters.ts';
import { showExchange } from './show-exchange.ts';

/** Calls of one device at a time: some devices have four sockets in all. */
const mostRunning = 4;
/** No documented body is nested deeper than a third of this. */
const mostDepth = 16;

export interface ConsoleDependencies {
  readonly device: (deviceId: string) => ActiveDevice | undefined;
  readonly audit: Audit;
  readonly now: () => number;
}

export interface ConsoleRequest {
  readonly deviceId: string;
  readonly endpointId: string;
  /** A ConsoleCall, unless whoever sent it is mistaken. */
  readonly body: unknown;
  readonly by: AuditSignature;
  /** Whether the password was given a moment ago: what destroys or shows secrets needs it. */
  readonly isFresh: boolean;
  /** Ends when the person no longer waits. */
  readonly signal: AbortSignal;
}

/** What may be sent. */
interface Checked {
  readonly device: ActiveDevice;
  readonly protocol: Protocol;
  /** As the person typed it. */
  readonly typed: ConsoleCall;
  readonly call: EndpointCall;
}

type Outcome = Pick<AuditEntry, 'outcome' | 'detail'>;

/** Lets an administrator ask any documented endpoint of a device. Every call is recorded. */
export class EndpointConsole {
  readonly #dependencies: ConsoleDependencies;
  readonly #cooldown: Cooldown;
  readonly #running = new Map<string, number>();

  constructor(dependencies: ConsoleDependencies) {
    this.#dependencies = dependencies;
    this.#cooldown = new Cooldown(dependencies.now);
  }

  /** @throws RequestFault `not-found` */
  list(deviceId: string): EndpointList {
    const { protocol } = this.#found(deviceId);
    return { document: protocol.document, endpoints: protocol.endpoints.map(describeEndpoint) };
  }

  /**
   * @throws RequestFault where nothing was sent. What became of a call that was sent, a failure
   *   too, stands in the reply.
   */
  async run(request: ConsoleRequest): Promise<ConsoleReply> {
    const typed = readCall(request.body);
    const record = this.#recorder(request, typed instanceof RequestFault ? { query: {} } : typed);
    let checked: Checked;
    try {
      if (typed instanceof RequestFault) throw typed;
      checked = this.#check(request, typed);
    } catch (failure) {
      await record({ outcome: 'refused', detail: reasonOf(failure) });
      throw failure;
    }
    const { call, device } = checked;
    const leave = this.#enter(device.id);
    try {
      // A crash in the middle of it must not hide what was begun.
      if (call.endpoint.danger !== 'safe') await record({ outcome: 'sending', detail: '' });
      return await this.#send(checked, request.signal, record);
    } finally {
      leave();
    }
  }

  async #send(
    { device, protocol, typed, call }: Checked,
    signal: AbortSignal,
    record: (outcome: Outcome) => Promise<AuditEntry>,
  ): Promise<ConsoleReply> {
    const { endpoint } = call;
    const startedMs = performance.now();
    const took = () => Math.round(performance.now() - startedMs);
    try {
      if (!device.connection) throw device.fault ?? new DeviceError('unsupported', 'not-supported');
      const exchange = await askDevice(device.connection, call, signal);
      const tookMs = took();
      const shown = showExchange(endpoint, exchange, {
        operation: `${protocol.id}.${endpoint.id}`,
        known: [...typedSecrets(endpoint, typed), ...ownSecrets(device.credentials())],
        reveal: typed.reveal === true,
      });
      const audit = await record({ outcome: 'answered', detail: String(exchange.status) });
      return { audit, tookMs, ...shown };
    } catch (failure) {
      if (!(failure instanceof DeviceError)) throw failure;
      const problem = deviceProblem(deviceErrorOf(failure));
      const outcome = signal.aborted ? 'cancelled' : 'failed';
      const audit = await record({ outcome, detail: failure.reason });
      const nothing = { contentType: '', bytes: 0, ended: 'lost', masked: false } as const;
      return { audit, tookMs: took(), problem, ...nothing };
    } finally {
      if (isAboutSession(protocol, endpoint)) device.connection?.credentialsChanged();
    }
  }

  #check({ deviceId, endpointId, isFresh }: ConsoleRequest, typed: ConsoleCall): Checked {
    const { device, protocol } = this.#found(deviceId);
    const endpoint = protocol.endpoints.find(({ id }) => id === endpointId);
    if (!endpoint) throw new RequestFault('not-found', 'endpoint');
    const call = checkCall(endpoint, typed);
    if (!isConfirmed(endpoint, typed, device.row.name)) throw new RequestFault('not-confirmed');
    const isGrave = endpoint.danger === 'destructive' || typed.reveal === true;
    if (isGrave && !isFresh) throw new RequestFault('confirm-needed');
    if ((this.#running.get(deviceId) ?? 0) >= mostRunning) {
      throw new DeviceError('busy', 'too-many-connections');
    }
    if (endpoint.danger === 'destructive') this.#cooldown.begin(deviceId);
    return { device, protocol, typed, call };
  }

  #found(deviceId: string): { device: ActiveDevice; protocol: Protocol } {
    const device = this.#dependencies.device(deviceId);
    if (!device?.protocol) throw new RequestFault('not-found');
    return { device, protocol: device.protocol };
  }

  #enter(deviceId: string): () => void {
    this.#running.set(deviceId, (this.#running.get(deviceId) ?? 0) + 1);
    return () => {
      const left = (this.#running.get(deviceId) ?? 1) - 1;
      if (left === 0) this.#running.delete(deviceId);
      else this.#running.set(deviceId, left);
    };
  }

  #recorder({ deviceId, endpointId, by }: ConsoleRequest, call: ConsoleCall) {
    const device = this.#dependencies.device(deviceId);
    const endpoint = device?.protocol?.endpoints.find(({ id }) => id === endpointId);
    const entry: Omit<NewAuditEntry, keyof Outcome> = {
      ...by,
      object: { kind: 'device', id: deviceId, name: device?.row.name ?? '' },
      // What no row has came from outside, and is kept as no more than that.
      operation: endpoint ? `${device?.protocol?.id}.${endpoint.id}` : 'unknown',
      parameters: recordedParameters(endpoint, call),
      revealed: call.reveal === true,
    };
    return (outcome: Outcome) => this.#dependencies.audit.write({ ...entry, ...outcome });
  }
}

function readCall(body: unknown): ConsoleCall | RequestFault {
  if (isDeep(body, mostDepth)) return new RequestFault('invalid-input', 'body');
  const { success, data, error } = consoleCallSchema.safeParse(body);
  return success ? data : new RequestFault('invalid-input', error.issues[0]?.path.join('.'));
}

/** Whoever walks through a body later may then do so without a bound of his own. */
function isDeep(value: unknown, left: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return left === 0 || Object.values(value).some((child) => isDeep(child, left - 1));
}

function isConfirmed({ danger }: Endpoint, { confirm }: ConsoleCall, deviceName: string): boolean {
  if (danger === 'safe') return true;
  if (danger === 'disruptive') return confirm !== undefined;
  return typeof confirm === 'string' && confirm.trim() === deviceName.trim();
}

/** Rows that sign in or out change who we are at the device; afterwards we are ourselves again. */
function isAboutSession({ authentication }: Protocol, { path }: Endpoint): boolean {
  if (authentication.kind !== 'session') return false;
  return authentication.signIn({ username: '', password: '' }).endpoint.path === path;
}

function reasonOf(failure: unknown): string {
  if (failure instanceof RequestFault) {
    return failure.detail === undefined ? failure.fault : `${failure.fault}: ${failure.detail}`;
  }
  return failure instanceof DeviceError ? failure.reason : 'internal';
}
