import type { DeviceId } from '../../domain/camera.ts';
import { refusalsBeforeProbing, refusedProbeMs } from '../../domain/retry-ladder.ts';
import type { DeviceOwnership } from '../cluster/device-ownership.ts';
import type { Environment } from '../link/environment.ts';
import type { ActiveDevice } from './active-device.ts';
import type { CheckReport } from './check-device.ts';
import type { DeviceRegistry } from './device-registry.ts';

const restMs = 15_000;
/** After a failure, until it is as rare as in good times. */
const ladderMs = [1000, 2000, 4000, 8000] as const;
const jitterShare = 0.1;
/** Who a device is changes rarely: it is asked at first, after an outage, and now and then. */
const checksPerIdentity = 20;
const staggerMs = 150;

interface Round {
  timer: ReturnType<typeof setTimeout> | undefined;
  failures: number;
  refusals: number;
  checks: number;
  busy: Promise<void> | undefined;
}

export interface WatchDependencies {
  readonly registry: DeviceRegistry;
  readonly ownership: DeviceOwnership;
  readonly environment: Environment;
  readonly check: (device: ActiveDevice, options: { identify: boolean }) => Promise<CheckReport>;
  /** Told when what was seen could not be kept, e.g. because the disk is full. */
  readonly onFault: (fault: unknown) => void;
}

/** Looks at every registered device again and again, and tells the registry what it saw. */
export class DeviceWatch {
  readonly #dependencies: WatchDependencies;
  readonly #rounds = new Map<DeviceId, Round>();
  readonly #stopListening: () => void;
  #stopped = false;

  constructor(dependencies: WatchDependencies) {
    this.#dependencies = dependencies;
    this.#stopListening = dependencies.registry.listen((deviceId, moment) => {
      if (moment === 'removed') this.#forget(deviceId);
      if (moment === 'added' || moment === 'changed') this.#begin(deviceId, 0);
    });
    let delayMs = 0;
    for (const device of dependencies.registry.devices) {
      this.#begin(device.id, delayMs);
      delayMs += staggerMs;
    }
  }

  /** Looks now; joins a look that is under way. */
  async checkNow(deviceId: DeviceId): Promise<void> {
    const round = this.#rounds.get(deviceId);
    if (!round) return;
    clearTimeout(round.timer);
    round.busy ??= this.#look(deviceId, round);
    await round.busy;
  }

  stop(): void {
    this.#stopped = true;
    this.#stopListening();
    for (const deviceId of [...this.#rounds.keys()]) this.#forget(deviceId);
  }

  #begin(deviceId: DeviceId, delayMs: number): void {
    this.#forget(deviceId);
    if (this.#stopped || !this.#dependencies.ownership.ownsDevice(deviceId)) return;
    const round: Round = { timer: undefined, failures: 0, refusals: 0, checks: 0, busy: undefined };
    this.#rounds.set(deviceId, round);
    this.#schedule(deviceId, round, delayMs);
  }

  #forget(deviceId: DeviceId): void {
    clearTimeout(this.#rounds.get(deviceId)?.timer);
    this.#rounds.delete(deviceId);
  }

  #schedule(deviceId: DeviceId, round: Round, delayMs: number): void {
    round.timer = setTimeout(() => {
      this.checkNow(deviceId).catch(this.#dependencies.onFault);
    }, delayMs);
  }

  async #look(deviceId: DeviceId, round: Round): Promise<void> {
    const { registry, check, environment } = this.#dependencies;
    const device = registry.device(deviceId);
    if (!device) return;
    const identify = round.checks % checksPerIdentity === 0;
    const report = await check(device, { identify });
    round.busy = undefined;
    if (this.#rounds.get(deviceId) !== round) return;
    const answered = report.kind === 'answered';
    const refused = !answered && report.error.kind === 'unauthorized';
    round.checks = answered ? round.checks + 1 : 0;
    round.failures = answered ? 0 : round.failures + 1;
    round.refusals = refused ? round.refusals + 1 : 0;
    this.#schedule(deviceId, round, pauseMs(round, environment.random()));
    await registry.report(device, report);
  }
}

function pauseMs(round: Round, random: number): number {
  const jitter = 1 + jitterShare * (2 * random - 1);
  if (round.refusals >= refusalsBeforeProbing) return refusedProbeMs * jitter;
  const step = round.failures === 0 ? restMs : (ladderMs[round.failures - 1] ?? restMs);
  return step * jitter;
}
