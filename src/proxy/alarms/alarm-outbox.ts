import type { Audit, AuditSignature } from '../access/audit.ts';
import type { AlarmStore, KeptAlarm, OutboxLine } from '../store/alarm-store.ts';
import type { AuditStore } from '../store/audit-store.ts';
import { parseJson } from '../store/parse-json.ts';
import type { AlarmWrites } from './alarm-writes.ts';

export interface OutboxDependencies {
  readonly store: Pick<AlarmStore, 'readOutbox'>;
  readonly auditStore: Pick<AuditStore, 'find'>;
  readonly audit: Audit;
  readonly writes: Pick<AlarmWrites, 'recorded'>;
}

/** The line of an action for the record of who did what. */
export function outboxLine(
  alarm: KeptAlarm,
  stepNumber: number,
  by: AuditSignature,
  kind: string,
  parameters: Readonly<Record<string, string>>,
): OutboxLine {
  const name = [
    alarm.ruleName || alarm.ruleId,
    alarm.subject,
    alarm.cameraName || alarm.deviceName,
  ];
  return {
    number: stepNumber,
    alarmId: alarm.id,
    entry: {
      ...by,
      operation: `alarm.${kind}`,
      object: { kind: 'alarm', id: alarm.id, name: name.filter(Boolean).join(' · ') },
      parameters: { ...parameters, step: String(stepNumber) },
      outcome: 'done',
      detail: '',
      revealed: false,
    },
  };
}

/** Brings every action into the record, once, also when the proxy is killed between the two. */
export class AlarmOutbox {
  readonly #with: OutboxDependencies;

  constructor(dependencies: OutboxDependencies) {
    this.#with = dependencies;
  }

  async write({ number, entry }: OutboxLine): Promise<void> {
    const written = await this.#with.audit.write(entry);
    // Number 0 waits in memory: after a kill it would be lost, and is written from here.
    if (written.number > 0) this.#with.writes.recorded(number);
  }

  /** What the last run left. */
  async recover(): Promise<void> {
    const left: OutboxLine[] = [];
    for (const line of await this.#with.store.readOutbox()) {
      if (await this.#isRecorded(line)) this.#with.writes.recorded(line.number);
      else left.push(line);
    }
    await Promise.all(left.map((line) => this.write(line)));
  }

  async #isRecorded({ alarmId, entry, number }: OutboxLine): Promise<boolean> {
    const { operation } = entry;
    const found = this.#with.auditStore.find({ object: alarmId, operation }, undefined);
    for await (const rows of found) {
      if (rows.some((row) => Object(parseJson(row.parameters)).step === String(number)))
        return true;
    }
    return false;
  }
}
