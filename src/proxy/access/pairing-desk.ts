import type { NewKiosk, Pairing } from '../../api/kiosk.ts';
import { RequestFault } from '../request-fault.ts';
import type { KioskRow } from '../store/access-store.ts';
import type { AccessRecord } from './access-record.ts';
import type { PersonCaller } from './caller.ts';
import type { Kiosks } from './kiosks.ts';
import { Pairings } from './pairings.ts';
import type { Sessions } from './sessions.ts';
import type { SignedIn, Visitor } from './sign-in.ts';
import { SlowDown } from './slow-down.ts';

export interface PairingDeskParts {
  readonly kiosks: Pick<Kiosks, 'add' | 'get'>;
  readonly sessions: Pick<Sessions, 'begin'>;
  readonly record: AccessRecord;
  readonly now: () => number;
}

/** How a screen comes by its session: it shows a code, and an administrator types it. */
export class PairingDesk {
  readonly #parts: PairingDeskParts;
  readonly #pairings: Pairings;
  readonly #slowDown: SlowDown;

  constructor(parts: PairingDeskParts) {
    this.#parts = parts;
    this.#pairings = new Pairings(parts.now);
    this.#slowDown = new SlowDown(parts.now);
  }

  /** @throws RequestFault `too-many-attempts` */
  begin(address: string): Pairing {
    return this.#pairings.begin(address);
  }

  async claim(secret: string, visitor: Visitor): Promise<'waiting' | 'expired' | SignedIn> {
    const claim = this.#pairings.claim(secret);
    if ('state' in claim) return claim.state;
    // Removed again before the screen came to know of it.
    if (!this.#parts.kiosks.get(claim.kioskId)) return 'expired';
    return this.#parts.sessions.begin({ kind: 'kiosk', id: claim.kioskId }, visitor);
  }

  /** @throws RequestFault `code-refused`, `too-many-attempts`, `conflict` */
  async approve(wanted: NewKiosk, caller: PersonCaller, address: string): Promise<KioskRow> {
    const { session } = caller;
    const retryAfterMs = this.#slowDown.waitMs(session.id, address);
    if (retryAfterMs > 0) throw new RequestFault('too-many-attempts', undefined, { retryAfterMs });
    // Counted before it is looked at, so that many at once are not all free tries.
    this.#slowDown.failed(session.id, address);
    try {
      const kiosk = await this.#pairings.approve(wanted.code, () => this.#parts.kiosks.add(wanted));
      this.#slowDown.succeeded(session.id, address);
      return kiosk;
    } catch (fault) {
      const wrong = fault instanceof RequestFault && fault.fault === 'code-refused';
      if (wrong) this.#noteRefusal(caller, address);
      else this.#slowDown.succeeded(session.id, address);
      throw fault;
    }
  }

  #noteRefusal(caller: PersonCaller, address: string): void {
    const operation = 'kiosk.pair';
    this.#parts.record({ caller, address, operation, outcome: 'refused', detail: 'code' });
  }
}
