import type { CameraGroupContent } from '../../api/people.ts';
import type { CameraId } from '../../domain/camera.ts';
import { opaqueId } from '../registry/opaque-id.ts';
import { RequestFault } from '../request-fault.ts';
import type { AccessStore, CameraGroupRow, CameraScope } from '../store/access-store.ts';
import type { SeenCameras } from './caller.ts';

/** Named sets of cameras, by which people and screens are told apart. */
export class CameraGroups {
  readonly #store: AccessStore;
  readonly #groups = new Map<string, CameraGroupRow>();
  /** Told after each change: whoever sees by this group sees others now. */
  readonly #onChange: (groupId: string) => void;

  private constructor(
    store: AccessStore,
    rows: readonly CameraGroupRow[],
    onChange: (groupId: string) => void,
  ) {
    this.#store = store;
    this.#onChange = onChange;
    for (const row of rows) this.#groups.set(row.id, row);
  }

  static async load(
    store: AccessStore,
    onChange: (groupId: string) => void,
  ): Promise<CameraGroups> {
    return new CameraGroups(store, await store.readGroups(), onChange);
  }

  get all(): readonly CameraGroupRow[] {
    return [...this.#groups.values()].sort((one, other) => one.name.localeCompare(other.name));
  }

  get(groupId: string): CameraGroupRow | undefined {
    return this.#groups.get(groupId);
  }

  seenBy(scope: CameraScope): SeenCameras {
    if (scope === 'all') return 'all';
    return new Set<CameraId>(
      scope.flatMap((groupId) => this.#groups.get(groupId)?.cameraIds ?? []),
    );
  }

  /** @throws RequestFault `conflict` for a name in use */
  async add(content: CameraGroupContent): Promise<CameraGroupRow> {
    return this.#keep({ id: opaqueId(), ...content });
  }

  /** @throws RequestFault `not-found`, `conflict` */
  async change(groupId: string, content: CameraGroupContent): Promise<CameraGroupRow> {
    if (!this.#groups.has(groupId)) throw new RequestFault('not-found');
    return this.#keep({ id: groupId, ...content });
  }

  /** @throws RequestFault `not-found` */
  async remove(groupId: string): Promise<CameraGroupRow> {
    const group = this.#groups.get(groupId);
    if (!group) throw new RequestFault('not-found');
    await this.#store.removeGroup(groupId);
    this.#groups.delete(groupId);
    this.#onChange(groupId);
    return group;
  }

  async #keep(group: CameraGroupRow): Promise<CameraGroupRow> {
    const taken = this.all.some(({ id, name }) => id !== group.id && name === group.name);
    if (taken) throw new RequestFault('conflict', 'name');
    await this.#store.saveGroup(group);
    this.#groups.set(group.id, group);
    this.#onChange(group.id);
    return group;
  }
}
