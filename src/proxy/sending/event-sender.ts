import type { EventSending, SendingPlaces, SentEvent } from '../../api/event-sending.ts';
import { type Audit, type AuditSignature, signatureOf } from '../access/audit.ts';
import type { Caller } from '../access/caller.ts';
import type { ControlDesk } from '../control/control-desk.ts';
import { bySystem } from '../control/control-record.ts';
import type { CopiesOrder } from '../exports/export-desk.ts';
import { cleanName } from '../registry/clean-name.ts';
import type { DeviceRegistry } from '../registry/device-registry.ts';
import { RequestFault } from '../request-fault.ts';
import { type Commander, sendSigned } from '../site-control/send-command.ts';
import { type Cause, OwnEchoes } from './own-echoes.ts';
import { RuleBudget } from './rule-budget.ts';
import { receiverFor, receiverOf, type SendingReceiver, sendingPlaces } from './sending-reach.ts';
import { sentParameters } from './sent-parameters.ts';
import { tellDevice } from './tell-device.ts';

/** The alarm for which a rule sends. */
export interface SendingReason {
  readonly ruleId: string;
  readonly ruleName: string;
  readonly alarmId: string;
  /** Of the event that raised it. */
  readonly eventId: string | null;
}

export interface EventSenderParts {
  readonly registry: Pick<DeviceRegistry, 'device' | 'devices'>;
  readonly audit: Pick<Audit, 'write'>;
  readonly control: Pick<ControlDesk, 'steererOf'>;
  /** Copies that a device will have made. */
  readonly copies?: (order: CopiesOrder) => void;
  /** An event of the journal. */
  readonly event: (eventId: string) => Promise<Cause | null>;
  readonly now: () => number;
}

const operations = {
  plate: 'event.plate',
  call: 'event.call',
  mark: 'event.mark',
  motion: 'event.motion',
} as const satisfies Readonly<Record<EventSending['kind'], string>>;

/** Tells devices of events, for people and for rules. */
export class EventSender {
  readonly #parts: EventSenderParts;
  readonly #echoes: OwnEchoes;
  readonly #budget: RuleBudget;

  constructor(parts: EventSenderParts) {
    this.#parts = parts;
    this.#echoes = new OwnEchoes(parts.now);
    this.#budget = new RuleBudget(parts.now);
  }

  places(caller: Caller): SendingPlaces {
    return sendingPlaces(this.#parts.registry, caller);
  }

  /** @throws RequestFault where it was not sent, DeviceError where the device did not take it */
  async send({ caller, address }: Commander, sending: EventSending): Promise<SentEvent> {
    const { registry } = this.#parts;
    const receiver = receiverFor(registry, caller, sending);
    const by = signatureOf(caller, address);
    if (!receiver) {
      if (receiverOf(registry, sending)) await this.#recordForeign(by, sending);
      throw new RequestFault('not-found');
    }
    const ownName = caller.kind === 'person' ? caller.person.name : '';
    return this.#deliver(by, sending, receiver, () => {
      const steerer = this.#steererOf(sending);
      if (steerer !== null && steerer !== ownName) {
        throw new RequestFault('steered-by-other', steerer);
      }
      return sending;
    });
  }

  /** For a rule. Never rejects: what became of it is in the record. */
  async sendForRule(sending: EventSending, because: SendingReason): Promise<void> {
    const receiver = receiverOf(this.#parts.registry, sending);
    const left = this.#budget.spend(because.ruleId);
    if (left === 'still-over') return;
    const why = { rule: cleanName(because.ruleName) || because.ruleId, alarm: because.alarmId };
    try {
      await this.#deliver(
        bySystem,
        sending,
        receiver,
        async () => {
          if (left === 'over') throw new RequestFault('too-many-requests');
          if (await this.#isEcho(because)) throw new RequestFault('conflict', 'own-event');
          // Nobody is there to wait until the camera is free: the mark must not be lost for that.
          return this.#steererOf(sending) === null ? sending : withoutTurn(sending);
        },
        why,
      );
    } catch {
      // Recorded already, and nobody waits for it.
    }
  }

  async #deliver(
    by: AuditSignature,
    sending: EventSending,
    receiver: SendingReceiver | null,
    check: () => EventSending | Promise<EventSending>,
    why: Readonly<Record<string, string>> = {},
  ): Promise<SentEvent> {
    const object = objectOf(sending, receiver);
    const operation = operations[sending.kind];
    const command = { by, object, operation, parameters: { ...sentParameters(sending), ...why } };
    return sendSigned(this.#parts.audit, command, async (name) => {
      const checked = await check();
      if (!receiver) throw new RequestFault('not-found');
      name({ ...sentParameters(checked), ...why });
      this.#echoes.sent(checked, receiver);
      const nowMs = this.#parts.now();
      const { sent, copies } = await tellDevice(checked, receiver, nowMs);
      if (checked.kind === 'mark' && checked.backup !== null) {
        const { beforeSeconds, afterSeconds } = checked.backup;
        this.#parts.copies?.({
          by: { id: by.actor.id ?? '', name: why.rule ?? by.actor.name },
          name: checked.title ?? '',
          cameraId: checked.cameraId,
          targets: copies,
          fromMs: nowMs - beforeSeconds * 1000,
          toMs: nowMs + afterSeconds * 1000,
        });
      }
      return sent;
    });
  }

  /** Somebody else's device answers like one that does not exist, but the record has it. */
  async #recordForeign(by: AuditSignature, sending: EventSending): Promise<void> {
    await this.#parts.audit.write({
      ...by,
      operation: operations[sending.kind],
      object: objectOf(sending, null),
      parameters: sentParameters(sending),
      outcome: 'refused',
      detail: 'not-found',
      revealed: false,
    });
  }

  async #isEcho({ eventId }: SendingReason): Promise<boolean> {
    const cause = eventId === null ? null : await this.#parts.event(eventId);
    return cause ? this.#echoes.isOwn(cause) : false;
  }

  /** Who would lose the camera, where it is to be turned. */
  #steererOf(sending: EventSending): string | null {
    const turns = sending.kind === 'mark' && sending.presetId !== null;
    return turns ? this.#parts.control.steererOf(sending.cameraId) : null;
  }
}

function withoutTurn(sending: EventSending): EventSending {
  return sending.kind === 'mark' ? { ...sending, presetId: null } : sending;
}

/** What is gone has no name any more. */
function objectOf(sending: EventSending, receiver: SendingReceiver | null) {
  const row = (receiver?.camera ?? receiver?.device)?.row;
  const id = row?.id ?? ('deviceId' in sending ? sending.deviceId : sending.cameraId);
  const kind = 'deviceId' in sending ? 'device' : 'camera';
  return { kind, id, name: row?.name ?? '' } as const;
}
