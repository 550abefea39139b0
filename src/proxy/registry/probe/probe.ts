import { setMaxListeners } from 'node:events';
import type { ProbeEvent, ProbeRequest } from '../../../api/probe.ts';
import { DeviceError } from '../../../domain/device-error.ts';
import type { DeviceIdentity } from '../../../domain/device-identity.ts';
import type { Protocol } from '../../../protocols/protocol.ts';
import type { AddressPolicy } from '../../link/address-policy.ts';
import type { DeviceConnection, DeviceTarget } from '../../link/device-connection.ts';
import type { ActiveDevice } from '../active-device.ts';
import { applyReport } from '../apply-report.ts';
import { type CheckReport, checkDevice } from '../check-device.ts';
import { originOf } from '../device-address.ts';
import { deviceErrorOf, deviceProblem } from '../device-error-of.ts';
import type { DeviceRegistry } from '../device-registry.ts';
import type { Drafts } from '../drafts.ts';
import { opaqueId } from '../opaque-id.ts';
import { usesEntryTarget } from '../views-of-device.ts';
import { ClimbLimit } from './climb-limit.ts';
import { findingsOf } from './findings.ts';
import { firstPicture } from './first-picture.ts';
import { LadderReport, LadderStopped } from './ladder-report.ts';
import { type ProbeInput, readProbeInput } from './probe-input.ts';
import { type Reached, reachDevice } from './reach-device.ts';
import { recognise, unrecognised } from './recognise.ts';

const picturesTried = 3;
const mostListeners = 64;

export interface ProbeDependencies {
  readonly registry: DeviceRegistry;
  readonly drafts: Drafts;
  readonly protocols: readonly Protocol[];
  readonly connect: (target: DeviceTarget) => DeviceConnection;
  readonly addresses: AddressPolicy;
  /** Whether the proxy's machine can show RTSP. */
  readonly repackages: boolean;
  readonly now: () => number;
}

type Answered = Extract<CheckReport, { kind: 'answered' }>;

/**
 * Climbs from an address to a live picture and reports each rung. Ends with `found`, which leaves
 * a draft behind, or with `stopped`. Never rejects.
 */
export async function runProbe(
  request: ProbeRequest,
  dependencies: ProbeDependencies,
  emit: (event: ProbeEvent) => void,
  cancelled: AbortSignal,
): Promise<void> {
  const limit = new ClimbLimit();
  const signal = AbortSignal.any([cancelled, limit.signal]);
  // One listener for each protocol that is tried, twice where an account is tried too.
  setMaxListeners(mostListeners, signal);
  const report = new LadderReport(emit, dependencies.now, () => {
    if (cancelled.aborted) return new DeviceError('unreachable', 'stopped');
    return limit.signal.aborted ? new DeviceError('timeout', 'answer-timeout') : undefined;
  });
  try {
    await new Climb(request, dependencies, report, { signal, limit }, emit).run();
  } catch (failure) {
    const stop =
      failure instanceof LadderStopped
        ? failure
        : new LadderStopped('address', deviceErrorOf(failure));
    emit({ type: 'stopped', rung: stop.rung, problem: deviceProblem(stop.error) });
  } finally {
    limit.end();
  }
}

class Climb {
  readonly #request: ProbeRequest;
  readonly #to: ProbeDependencies;
  readonly #report: LadderReport;
  readonly #signal: AbortSignal;
  readonly #limit: ClimbLimit;
  readonly #emit: (event: ProbeEvent) => void;

  constructor(
    request: ProbeRequest,
    dependencies: ProbeDependencies,
    report: LadderReport,
    bounds: { readonly signal: AbortSignal; readonly limit: ClimbLimit },
    emit: (event: ProbeEvent) => void,
  ) {
    this.#request = request;
    this.#to = dependencies;
    this.#report = report;
    this.#signal = bounds.signal;
    this.#limit = bounds.limit;
    this.#emit = emit;
  }

  async run(): Promise<void> {
    const { deviceId } = this.#request;
    const stored = deviceId === undefined ? undefined : this.#to.registry.device(deviceId);
    const asked = this.#askedProtocols(stored);
    const input = await this.#report.climb('address', () => {
      const read = readProbeInput(this.#request, stored, asked);
      return { value: read, fact: originOf(read.address, read.ports[0] ?? 80) };
    });
    const reached = await reachDevice(input, this.#to.addresses, {
      report: this.#report,
      emit: this.#emit,
      signal: this.#signal,
    });
    const protocol = await this.#findProtocol(input, reached);
    const device = this.#draft(input, reached, protocol);
    const hangUp = () => void device.connection?.close();
    this.#signal.addEventListener('abort', hangUp, { once: true });
    try {
      await this.#signIn(device);
    } catch (failure) {
      await device.connection?.close();
      throw failure;
    } finally {
      this.#signal.removeEventListener('abort', hangUp);
    }
    this.#to.drafts.add(device);
    this.#emit({ type: 'found', findings: findingsOf(device, this.#to) });
  }

  #askedProtocols(stored: ActiveDevice | undefined): readonly Protocol[] {
    const id = this.#request.protocolId ?? stored?.row.protocolId;
    const asked = this.#to.protocols.filter((protocol) => protocol.id === id);
    return asked.length > 0 ? asked : this.#to.protocols;
  }

  async #findProtocol(
    { address, credentials, protocols: asked }: ProbeInput,
    reached: Reached,
  ): Promise<Protocol> {
    const { entryTarget } = address;
    const recogniseAs = (account: typeof credentials) =>
      recognise(asked, entryTarget, (protocol) =>
        this.#connect(reached, entryTarget, protocol, account),
      );
    const first = await this.#report.climb('http', async () => {
      const recognised = await recogniseAs(null);
      const { answers } = recognised;
      const answer = answers.find(({ status }) => status < 300) ?? answers[0];
      if (!answer) throw recognised.failure ?? new DeviceError('malformed-reply', 'empty-reply');
      return { value: recognised, fact: [answer.status, answer.server].filter(Boolean).join(' ') };
    });
    const chosen = await this.#report.climb<Protocol | DeviceError>('protocol', async () => {
      // A bare stream behind a password shows what it is only to those who have it.
      const again = first.candidates.length === 0 && credentials !== null;
      const recognised = again ? await recogniseAs(credentials) : first;
      this.#emit({ type: 'candidates', candidates: [...recognised.candidates] });
      const best = recognised.candidates[0];
      const chosen = asked.find(({ id }) => id === (best?.protocolId ?? asked[0]?.id));
      if (best && chosen) return { value: chosen, fact: `${chosen.name} · ${best.evidence}` };
      const withAccount = credentials !== null;
      const error = unrecognised(recognised, { entryTarget, withAccount });
      const insisted = this.#request.protocolId !== undefined && asked.length === 1;
      if (chosen && insisted) return { value: chosen, outcome: 'warned', fact: chosen.name, error };
      if (error.kind !== 'unauthorized') throw error;
      return { value: error, outcome: 'skipped' };
    });
    if (!(chosen instanceof DeviceError)) return chosen;
    // What it is shows only to those whom it lets in: that is the rung to mend.
    return this.#report.climb('login', () => {
      throw chosen;
    });
  }

  #connect(
    { origin, certificate }: Reached,
    entryTarget: string,
    protocol: Protocol,
    account: ProbeInput['credentials'],
  ): DeviceConnection {
    const { connect, addresses } = this.#to;
    const target = { deviceId: opaqueId(), origin, entryTarget, protocol, addresses };
    const trustedKey = certificate?.key;
    const connection = connect({ ...target, trustedKey, credentials: () => account });
    this.#signal.addEventListener('abort', () => void connection.close(), { once: true });
    return connection;
  }

  #draft({ address, credentials }: ProbeInput, reached: Reached, protocol: Protocol): ActiveDevice {
    const row = {
      id: opaqueId(),
      name: address.host,
      protocolId: protocol.id,
      ...reached,
      entryTarget: usesEntryTarget(protocol) ? address.entryTarget : '/',
      username: credentials?.username ?? '',
    };
    const { registry } = this.#to;
    return registry.activate(row, registry.seal(row, credentials?.password ?? ''));
  }

  /** Login to picture. The login counts as passed only when a picture is let through too. */
  async #signIn(device: ActiveDevice): Promise<void> {
    const report = this.#report;
    const { answered, picture } = await report.climb('login', async () => {
      const checked = await checkDevice(device, {
        identify: true,
        now: this.#to.now,
        onProgress: (done, most) => this.#goOn(done, most),
      });
      if (checked.kind === 'failed') throw loginFault(checked.error, device);
      this.#takeIn(device, checked);
      const looked = await this.#look(device);
      if (looked instanceof DeviceError && looked.kind === 'unauthorized') {
        throw loginFault(looked, device);
      }
      const fact = checked.identity?.account?.name ?? (device.row.username || undefined);
      return { value: { answered: checked, picture: looked }, fact };
    });
    await report.climb('identity', () => identityResult(answered.identity));
    await report.climb('channels', () => {
      const count = device.cameras.length;
      if (count === 0) throw new DeviceError('malformed-reply', 'empty-reply');
      return { value: undefined, fact: count === 1 ? '1 channel' : `${count} channels` };
    });
    await report.climb('picture', () =>
      picture instanceof DeviceError
        ? { value: undefined, outcome: 'warned', error: picture }
        : { value: undefined, fact: picture },
    );
  }

  /** A search that gets on is given more time, and shows how far it is. */
  #goOn(done: number, most: number): void {
    if (this.#signal.aborted) return;
    this.#limit.extend();
    this.#emit({ type: 'progress', rung: 'channels', done, most });
  }

  #takeIn(device: ActiveDevice, answered: Answered): void {
    const condition = applyReport(device, answered, {
      deviceId: device.id,
      deviceName: device.row.name,
      nowMs: this.#to.now(),
      newCameraId: opaqueId,
      newNumber: this.#to.registry.numbering(),
    });
    device.status = condition.status;
    device.cameras = condition.cameras;
  }

  /** One picture of the first cameras that have one; the failure of the last where none has. */
  async #look(device: ActiveDevice): Promise<string | DeviceError> {
    const { connection } = device;
    const lit = device.cameras.filter(({ state }) => state === 'connected' || state === 'unknown');
    let failure = new DeviceError('unreachable', 'camera-offline');
    for (const camera of lit.slice(0, picturesTried)) {
      if (!connection || this.#signal.aborted) break;
      try {
        return `${camera.row.name} · ${await firstPicture(connection, camera)}`;
      } catch (error) {
        failure = deviceErrorOf(error);
        if (failure.kind === 'unauthorized') break;
      }
    }
    return failure;
  }
}

/** Nobody was refused where nobody gave a name. */
function loginFault(error: DeviceError, device: ActiveDevice): DeviceError {
  const refused = error.reason === 'login-refused';
  return refused && device.credentials() === null
    ? new DeviceError('unauthorized', 'login-needed', { detail: error.detail })
    : error;
}

function identityResult(identity: DeviceIdentity | undefined) {
  const fact = [identity?.product, identity?.firmware].filter(Boolean).join(' ');
  return fact === ''
    ? { value: undefined, outcome: 'skipped' as const }
    : { value: undefined, fact };
}
