import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { ExportChanges } from './export-changes.ts';
import type { ExportDependencies } from './export-dependencies.ts';
import { type ExportJob, exportJobSchema, isOver } from './export-job.ts';
import { recordExport } from './record-export.ts';

type ShelfDependencies = Pick<
  ExportDependencies,
  'store' | 'folder' | 'audit' | 'keepDays' | 'now' | 'onFault' | 'onChange'
>;

const dayMs = 24 * 60 * 60_000;
const sweepMs = 10 * 60_000;

/** The exports that there are, with their folders; those whose time is over are taken away. */
export class ExportShelf {
  readonly #with: ShelfDependencies;
  readonly #jobs = new Map<string, ExportJob>();
  readonly #timer: NodeJS.Timeout;
  readonly changes: ExportChanges;

  private constructor(dependencies: ShelfDependencies) {
    this.#with = dependencies;
    this.changes = new ExportChanges(dependencies.onChange);
    this.#timer = setInterval(() => {
      this.#sweep().catch(dependencies.onFault);
    }, sweepMs);
    this.#timer.unref();
  }

  static async open(dependencies: ShelfDependencies): Promise<ExportShelf> {
    const shelf = new ExportShelf(dependencies);
    await mkdir(dependencies.folder, { recursive: true });
    // Of a newer product, or damaged: nobody can show it, and its files may be all that is left.
    const unread = new Set<string>();
    for (const { id, body } of await dependencies.store.read()) {
      const job = exportJobSchema.safeParse(body).data;
      if (job === undefined) {
        unread.add(id);
        continue;
      }
      shelf.#jobs.set(job.id, job);
      if (isOver(job) || (job.state === 'waiting' && !job.encrypted)) continue;
      interrupt(job, shelf.keptToMs);
      await shelf.save(job);
    }
    await shelf.#clear(unread);
    await shelf.#sweep();
    return shelf;
  }

  /** The oldest first. */
  get all(): ExportJob[] {
    return [...this.#jobs.values()];
  }

  job(id: string): ExportJob | undefined {
    return this.#jobs.get(id);
  }

  /** When the time of what ends now is over. */
  get keptToMs(): number {
    return this.#with.now() + this.#with.keepDays * dayMs;
  }

  folderOf({ id }: ExportJob): string {
    return path.join(this.#with.folder, id);
  }

  async save(job: ExportJob): Promise<void> {
    this.#jobs.set(job.id, job);
    const { id, createdAtMs } = job;
    this.changes.saved(job);
    await this.#with.store.save({ id, createdAtMs, body: job });
  }

  /**
   * Nobody finds it while its files go. What is left of them where that fails has still a name: the
   * files go first.
   */
  async remove(job: ExportJob): Promise<void> {
    this.#jobs.delete(job.id);
    try {
      await rm(this.folderOf(job), { recursive: true, force: true });
      await this.#with.store.remove(job.id);
    } catch (failure) {
      this.#jobs.set(job.id, job);
      throw failure;
    }
    this.changes.removed(job);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.changes.stop();
  }

  async #sweep(): Promise<void> {
    const nowMs = this.#with.now();
    for (const job of this.all) {
      if (job.expiresAtMs === null || job.expiresAtMs > nowMs) continue;
      await this.remove(job);
      await recordExport(this.#with.audit, null, 'expire', job);
    }
  }

  /** Folders without an export, and files of which an export does not know that they are whole. */
  async #clear(unread: ReadonlySet<string>): Promise<void> {
    const { folder } = this.#with;
    const known = new Set(this.all.flatMap((job) => this.#placesOf(job)));
    const over = new Set(this.all.filter(isOver).map((job) => this.folderOf(job)));
    const entries = await readdir(folder, { withFileTypes: true, recursive: true });
    for (const entry of entries) {
      const place = path.join(entry.parentPath, entry.name);
      const [id = ''] = path.relative(folder, place).split(path.sep);
      if (unread.has(id)) continue;
      const isForeign = !this.#jobs.has(id);
      const isPart = entry.name.endsWith('.part');
      const isStray = !entry.isDirectory() && (isPart || !over.has(path.join(folder, id)));
      if (isForeign || (isStray && !known.has(place))) {
        await rm(place, { recursive: true, force: true });
      }
    }
  }

  #placesOf(job: ExportJob): string[] {
    return job.cameras
      .flatMap(({ files, begun }) => [
        ...files.map((file) => file.path),
        ...(begun === null || isOver(job) ? [] : [`${begun.path}.part`]),
      ])
      .map((own) => path.join(this.folderOf(job), own));
  }
}

/** @param endMs when nobody keeps an export any longer that ends now */
export function interrupt(job: ExportJob, endMs: number): void {
  job.state = 'interrupted';
  // Who never goes on with it does not keep the room of the disk for ever.
  job.expiresAtMs ??= endMs;
  for (const camera of job.cameras) if (camera.state === 'running') camera.state = 'waiting';
}
