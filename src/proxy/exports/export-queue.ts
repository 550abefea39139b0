import { rm } from 'node:fs/promises';
import { RequestFault } from '../request-fault.ts';
import { diskFault } from './disk-fault.ts';
import type { ExportDependencies } from './export-dependencies.ts';
import type { CameraJob, ExportJob } from './export-job.ts';
import { type ExportShelf, interrupt } from './export-shelf.ts';
import type { LiveState } from './export-view.ts';
import { recordExport } from './record-export.ts';
import { runExport } from './run-export.ts';
import { writePack } from './write-pack.ts';

type QueueDependencies = ExportDependencies & {
  readonly copyPauseMs: number;
  readonly freeBytes: () => Promise<number | null>;
};

interface Running {
  readonly shares: Map<string, number>;
  readonly bytes: Map<string, number>;
  readonly ending: AbortController;
  isCancelled: boolean;
  savedAtMs: number;
  done: Promise<void>;
}

const mostAtOnce = 2;
const longestTimerMs = 60_000;
/** Between two times that a running export is written down. */
const leastPauseMs = 1000;

/** Runs exports in the order in which they came, a few at a time. */
export class ExportQueue {
  readonly #with: QueueDependencies;
  readonly #shelf: ExportShelf;
  readonly #running = new Map<string, Running>();
  /** In memory alone. */
  readonly #passwords = new Map<string, string>();
  /** Whose files are being taken away: nothing begins to write beside that. */
  readonly #clearing = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(dependencies: QueueDependencies, shelf: ExportShelf) {
    this.#with = dependencies;
    this.#shelf = shelf;
  }

  /** Before the export is seen to wait, since whatever has a place free begins with it at once. */
  keepPassword({ id }: Pick<ExportJob, 'id'>, password: string | null | undefined): void {
    if (password) this.#passwords.set(id, password);
  }

  passwordOf({ id }: ExportJob): string | undefined {
    return this.#passwords.get(id);
  }

  forget({ id }: ExportJob): void {
    this.#passwords.delete(id);
  }

  isRunning({ id }: ExportJob): boolean {
    return this.#running.has(id) || this.#clearing.has(id);
  }

  liveState({ id }: ExportJob): LiveState | undefined {
    return this.#running.get(id);
  }

  /** Begins what there is a place for. */
  pump(): void {
    if (this.#stopped) return;
    const nowMs = this.#with.now();
    const waiting = this.#shelf.all.filter(
      (job) => job.state === 'waiting' && !this.isRunning(job),
    );
    for (const job of waiting) {
      if (this.#running.size >= mostAtOnce) break;
      if (job.notBeforeMs <= nowMs) this.#start(job);
    }
    clearTimeout(this.#timer);
    const later = waiting.map(({ notBeforeMs }) => notBeforeMs - nowMs).filter((ms) => ms > 0);
    if (later.length === 0) return;
    const inMs = Math.min(longestTimerMs, ...later);
    this.#timer = setTimeout(() => this.pump(), inMs);
    this.#timer.unref();
  }

  async cancel(job: ExportJob): Promise<void> {
    const running = this.#running.get(job.id);
    if (running) {
      running.isCancelled = true;
      running.ending.abort();
      await running.done;
      return;
    }
    this.#clearing.add(job.id);
    await this.#cancelled(job).finally(() => this.#clearing.delete(job.id));
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    const all = [...this.#running.values()];
    for (const { ending } of all) ending.abort();
    await Promise.all(all.map(({ done }) => done));
  }

  #start(job: ExportJob): void {
    const running: Running = {
      shares: new Map(),
      bytes: new Map(),
      ending: new AbortController(),
      isCancelled: false,
      savedAtMs: Number.NEGATIVE_INFINITY,
      done: Promise.resolve(),
    };
    this.#running.set(job.id, running);
    running.done = this.#run(job, running)
      .catch((fault: unknown) => this.#with.onFault(fault))
      .finally(() => {
        this.#running.delete(job.id);
        this.pump();
      });
  }

  async #run(job: ExportJob, running: Running): Promise<void> {
    const { freeBytes } = this.#with;
    const { changes } = this.#shelf;
    const { signal } = running.ending;
    job.state = 'running';
    await runExport(
      {
        ...{ job, signal, folder: this.#shelf.folderOf(job) },
        password: this.#passwords.get(job.id),
        progress: ({ cameraId }, share) => {
          // What a device says and what has come of its files are two counts: neither goes back.
          running.shares.set(cameraId, Math.max(share, running.shares.get(cameraId) ?? 0));
          changes.moved();
        },
        onBytes: ({ cameraId }, bytes) => {
          running.bytes.set(cameraId, (running.bytes.get(cameraId) ?? 0) + bytes);
          changes.moved();
        },
        checkRoom: async (bytes) => {
          const free = await freeBytes();
          if (free !== null && free < bytes) throw new RequestFault('disk-full');
        },
        begun: () => this.#shelf.save(job),
        settled: () => this.#shelf.save(job),
        kept: async () => {
          // From here on they count as files.
          running.bytes.clear();
          await this.#saveNowAndThen(job, running);
        },
      },
      this.#with,
    );
    if (running.isCancelled) return this.#cancelled(job);
    if (signal.aborted) {
      interrupt(job, this.#shelf.keptToMs);
      return this.#shelf.save(job);
    }
    const isWhole = await this.#pack(job);
    if (isWhole) this.#passwords.delete(job.id);
    await recordExport(this.#with.audit, null, 'end', job);
  }

  /** A list of thousands of files is not written down anew for each of them. */
  async #saveNowAndThen(job: ExportJob, running: Running): Promise<void> {
    const nowMs = performance.now();
    if (nowMs - running.savedAtMs < leastPauseMs) return;
    running.savedAtMs = nowMs;
    await this.#shelf.save(job);
  }

  /** @returns whether every camera gave what it had */
  async #pack(job: ExportJob): Promise<boolean> {
    job.endedAtMs = this.#with.now();
    job.expiresAtMs = this.#shelf.keptToMs;
    job.state = 'packing';
    await this.#shelf.save(job);
    const hasFiles = job.cameras.some(({ files }) => files.length > 0);
    try {
      if (hasFiles) await writePack(job, { ...this.#with, folder: this.#shelf.folderOf(job) });
    } catch (failure) {
      const problem = diskFault(failure).toProblem();
      for (const camera of job.cameras) Object.assign(camera, { state: 'failed', problem });
    }
    const isWhole = hasFiles && job.cameras.every(isSettled);
    job.state = isWhole ? 'done' : 'failed';
    await this.#shelf.save(job);
    return isWhole;
  }

  async #cancelled(job: ExportJob): Promise<void> {
    await rm(this.#shelf.folderOf(job), { recursive: true, force: true });
    for (const camera of job.cameras) {
      Object.assign(camera, {
        state: 'cancelled',
        files: [],
        begun: null,
        gaps: [],
        untoldFromMs: null,
        wholeToMs: null,
        problem: null,
      });
    }
    job.state = 'cancelled';
    job.endedAtMs = this.#with.now();
    job.expiresAtMs = this.#shelf.keptToMs;
    await this.#shelf.save(job);
  }
}

function isSettled({ state }: CameraJob): boolean {
  return state === 'done' || state === 'no-footage';
}
