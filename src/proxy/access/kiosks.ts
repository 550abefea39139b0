import type { KioskChange } from '../../api/kiosk.ts';
import { opaqueId } from '../registry/opaque-id.ts';
import { RequestFault } from '../request-fault.ts';
import type { AccessStore, KioskRow } from '../store/access-store.ts';

export interface KioskDependencies {
  readonly store: AccessStore;
  readonly now: () => number;
  /** `cameras`: sees others than before; `facts`: another name or view. */
  readonly onChange: (kioskId: string, what: 'facts' | 'cameras' | 'gone') => Promise<void>;
}

/** Screens that nobody sits at, each paired for one view and the cameras of one group. */
export class Kiosks {
  readonly #with: KioskDependencies;
  readonly #kiosks = new Map<string, KioskRow>();

  private constructor(dependencies: KioskDependencies, rows: readonly KioskRow[]) {
    this.#with = dependencies;
    for (const row of rows) this.#kiosks.set(row.id, row);
  }

  static async load(dependencies: KioskDependencies): Promise<Kiosks> {
    return new Kiosks(dependencies, await dependencies.store.readKiosks());
  }

  get all(): readonly KioskRow[] {
    return [...this.#kiosks.values()].sort((one, other) => one.name.localeCompare(other.name));
  }

  get(kioskId: string): KioskRow | undefined {
    return this.#kiosks.get(kioskId);
  }

  /** @throws RequestFault `conflict` for a name in use */
  async add(content: Pick<KioskRow, 'name' | 'viewId' | 'groupId'>): Promise<KioskRow> {
    const { name, viewId, groupId } = content;
    return this.#keep(
      { id: opaqueId(), name, viewId, groupId, pairedAtMs: this.#with.now() },
      'facts',
    );
  }

  /** @throws RequestFault `not-found`, `conflict` */
  async change(kioskId: string, change: KioskChange): Promise<KioskRow> {
    const before = this.#existing(kioskId);
    const after: KioskRow = {
      ...before,
      name: change.name ?? before.name,
      viewId: change.viewId ?? before.viewId,
      groupId: change.groupId ?? before.groupId,
    };
    return this.#keep(after, after.groupId === before.groupId ? 'facts' : 'cameras');
  }

  /** @throws RequestFault `not-found` */
  async remove(kioskId: string): Promise<KioskRow> {
    const kiosk = this.#existing(kioskId);
    this.#kiosks.delete(kioskId);
    await this.#with.onChange(kioskId, 'gone');
    await this.#with.store.removeKiosk(kioskId);
    return kiosk;
  }

  #existing(kioskId: string): KioskRow {
    const kiosk = this.#kiosks.get(kioskId);
    if (!kiosk) throw new RequestFault('not-found');
    return kiosk;
  }

  async #keep(kiosk: KioskRow, what: 'facts' | 'cameras'): Promise<KioskRow> {
    const taken = this.all.some(({ id, name }) => id !== kiosk.id && name === kiosk.name);
    if (taken) throw new RequestFault('conflict', 'name');
    await this.#with.store.saveKiosk(kiosk);
    this.#kiosks.set(kiosk.id, kiosk);
    await this.#with.onChange(kiosk.id, what);
    return kiosk;
  }
}
