import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { NewAuditEntry } from '../access/audit.ts';
import { derivedKey } from '../registry/key-ring.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { AuditRecord } from './audit-record.ts';
import { type AuditKey, auditPurpose } from './chain.ts';

/** A line as the product writes it. */
export function lineOf(number: number, more: Partial<NewAuditEntry> = {}): NewAuditEntry {
  return {
    actor: { kind: 'person', id: 'p1', name: `Zoë ${number}`, role: 'operator' },
    session: 'Qk3hT-9_ab',
    address: '127.0.0.1',
    operation: number % 2 === 0 ? 'camera.open' : 'ipcam.device.reboot',
    object: { kind: 'camera', id: `c${number}`, name: 'Hafen, Süd' },
    parameters: { quality: 'main', number: String(number) },
    outcome: 'done',
    detail: 'ok',
    revealed: number % 3 === 0,
    ...more,
  };
}

/** A record on a disk of its own. */
export class TestRecord {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'watchfloor-audit-'));
  readonly faults: object[] = [];
  readonly key: AuditKey;
  nowMs = Date.UTC(2026, 10, 25, 12);
  #store: Store | undefined;
  #record: AuditRecord | undefined;

  constructor(masterKey: Uint8Array = new Uint8Array(32).fill(7)) {
    this.key = derivedKey(masterKey, auditPurpose);
  }

  get file(): string {
    return path.join(this.folder, 'watchfloor.sqlite');
  }

  get store(): Store['audit'] {
    if (!this.#store) throw new TypeError('the record is not open');
    return this.#store.audit;
  }

  async open(key: AuditKey = this.key): Promise<AuditRecord> {
    this.#store = await openStore(this.folder, this.nowMs);
    this.#record = await AuditRecord.open({
      store: this.#store.audit,
      key,
      now: () => this.nowMs,
      log: { error: (fault: object) => void this.faults.push(fault) },
    });
    return this.#record;
  }

  /** Opens it and writes so many lines. */
  async filled(lines: number): Promise<AuditRecord> {
    const record = await this.open();
    for (let first = 0; first < lines; first += 1000) {
      const count = Math.min(1000, lines - first);
      await Promise.all(
        Array.from({ length: count }, (_, index) => record.write(lineOf(first + index))),
      );
    }
    return record;
  }

  async close(): Promise<void> {
    await this.#record?.close();
    await this.#store?.close();
    this.#record = undefined;
    this.#store = undefined;
  }

  async end(): Promise<void> {
    await this.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
