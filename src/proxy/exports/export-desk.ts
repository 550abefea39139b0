import path from 'node:path';
import type { ExportOrderRequest, ExportView } from '../../api/exports.ts';
import { authorize } from '../access/authorize.ts';
import type { Caller, PersonCaller } from '../access/caller.ts';
import { recorderOf } from '../recordings/recorder.ts';
import type { FoundCamera } from '../registry/camera-directory.ts';
import { opaqueId } from '../registry/opaque-id.ts';
import { RequestFault } from '../request-fault.ts';
import { freeBytesAt } from './disk-fault.ts';
import type { ExportDependencies } from './export-dependencies.ts';
import { type CameraJob, type ExportJob, isOver, isPending } from './export-job.ts';
import { ExportQueue } from './export-queue.ts';
import { ExportShelf } from './export-shelf.ts';
import { exportView, mayReach } from './export-view.ts';
import { type OpenPack, openPack } from './open-pack.ts';
import { type ExportAct, recordExport } from './record-export.ts';
import { deviceFacts } from './run-export.ts';

/** Copies of an event that a device was told to make. */
export interface CopiesOrder {
  readonly by: ExportJob['by'];
  readonly name: string;
  readonly cameraId: string;
  readonly targets: readonly string[];
  readonly fromMs: number;
  readonly toMs: number;
}

const longestMs = 31 * 24 * 60 * 60_000;
/** That wait or run at once. */
const mostOpen = 20;
/** "Ready about two minutes after its end." */
const copyDelayMs = 120_000;

/** Exports of recordings: ordered by people, run one after the other, kept for a while. */
export class ExportDesk {
  readonly #with: ExportDependencies;
  readonly #shelf: ExportShelf;
  readonly #queue: ExportQueue;

  private constructor(dependencies: ExportDependencies, shelf: ExportShelf) {
    this.#with = dependencies;
    this.#shelf = shelf;
    this.#queue = new ExportQueue(
      { ...dependencies, copyPauseMs: 30_000, freeBytes: () => this.freeBytes(), ...dependencies },
      shelf,
    );
  }

  /** Takes up what waits; what ran when the proxy ended stays interrupted until somebody retries. */
  static async open(dependencies: ExportDependencies): Promise<ExportDesk> {
    const desk = new ExportDesk(dependencies, await ExportShelf.open(dependencies));
    desk.#queue.pump();
    return desk;
  }

  get publicKey(): string {
    return this.#with.key.publicKey;
  }

  freeBytes(): Promise<number | null> {
    return this.#with.freeBytes?.() ?? freeBytesAt(this.#with.folder);
  }

  /** The newest first. */
  list(caller: Caller): ExportView[] {
    const seen = this.#shelf.all.filter((job) => mayReach(caller, job, this.#with.directory));
    return seen.reverse().map((job) => this.#view(job));
  }

  one(caller: Caller, id: string): ExportView {
    return this.#view(this.#reach(caller, id));
  }

  /** @throws RequestFault `invalid-input`, `not-found`, `disk-full` or `too-many-requests` */
  async order(
    caller: PersonCaller,
    address: string,
    request: ExportOrderRequest,
  ): Promise<ExportView> {
    const { now } = this.#with;
    const { password, cameraIds, ...order } = request;
    const { fromMs, toMs } = order;
    if (!(fromMs < now())) throw new RequestFault('invalid-input', 'fromMs');
    if (toMs <= fromMs || toMs - fromMs > longestMs)
      throw new RequestFault('invalid-input', 'toMs');
    const cameras = [...new Set(cameraIds)].map((id) => this.#camera(caller, id));
    await this.#checkRoom();
    const { id, name } = caller.person;
    const job = {
      ...newJob({ ...order, by: { id, name }, cameras, nowMs: now() }),
      encrypted: password !== null && password !== '',
    };
    this.#queue.keepPassword(job, password);
    await this.#shelf.save(job);
    await this.#record(caller, address, 'order', job);
    this.#queue.pump();
    return this.#view(job);
  }

  /** Fetches the copies once the device has made them. */
  async orderCopies({ cameraId, targets, ...order }: CopiesOrder): Promise<void> {
    const found = this.#with.directory.camera(cameraId);
    const open = this.#shelf.all.filter(isPending);
    if (!found || targets.length === 0 || open.length >= mostOpen) return;
    const camera = { ...this.#cameraJob(found), copies: [...targets] };
    const words = { subtitles: 'none', submitter: '', recipient: '', purpose: '' } as const;
    const nowMs = this.#with.now();
    const job = newJob({ ...order, ...words, partBytes: null, cameras: [camera], nowMs });
    await this.#shelf.save({ ...job, notBeforeMs: order.toMs + copyDelayMs });
    this.#queue.pump();
  }

  /** @throws RequestFault `conflict` where it is over already */
  async cancel(caller: Caller, address: string, id: string): Promise<ExportView> {
    const job = this.#reach(caller, id);
    if (isOver(job) || job.state === 'packing') throw new RequestFault('conflict', job.state);
    await this.#queue.cancel(job);
    await this.#record(caller, address, 'cancel', job);
    return this.#view(job);
  }

  /** @throws RequestFault `conflict`; `invalid-input` where the password is needed once more */
  async retry(caller: Caller, address: string, id: string, password?: string): Promise<ExportView> {
    const job = this.#reach(caller, id);
    if (!['failed', 'cancelled', 'interrupted'].includes(job.state)) {
      throw new RequestFault('conflict', job.state);
    }
    const given = password ?? this.#queue.passwordOf(job);
    if (job.encrypted && !given) throw new RequestFault('invalid-input', 'password');
    await this.#checkRoom();
    this.#queue.keepPassword(job, given);
    for (const camera of job.cameras) {
      if (camera.state === 'done') continue;
      camera.state = 'waiting';
      camera.problem = null;
    }
    Object.assign(job, { state: 'waiting', endedAtMs: null, expiresAtMs: null });
    await this.#shelf.save(job);
    await this.#record(caller, address, 'retry', job);
    this.#queue.pump();
    return this.#view(job);
  }

  /** With all of its files. @throws RequestFault `conflict` while it runs */
  async remove(caller: Caller, address: string, id: string): Promise<void> {
    const job = this.#reach(caller, id);
    if (this.#queue.isRunning(job)) throw new RequestFault('conflict', job.state);
    await this.#shelf.remove(job);
    this.#queue.forget(job);
    await this.#record(caller, address, 'remove', job);
  }

  /** @throws RequestFault `not-found` where there is no whole file of it */
  async pack(caller: Caller, address: string, id: string): Promise<OpenPack & { name: string }> {
    const job = this.#reach(caller, id);
    const archive = await openPack(job, path.join(this.#with.folder, id));
    await this.#record(caller, address, 'download', job);
    const stamp = new Date(job.fromMs).toISOString().replaceAll(/[-:]|\.\d+/g, '');
    return { ...archive, name: `evidence-${stamp}-${id.slice(0, 6)}.zip` };
  }

  async stop(): Promise<void> {
    await this.#queue.stop();
    this.#shelf.stop();
  }

  #view(job: ExportJob): ExportView {
    return exportView(job, this.#queue.liveState(job));
  }

  /** Who may not export one of its cameras does not learn that there is such an export. */
  #reach(caller: Caller, id: string): ExportJob {
    const job = this.#shelf.job(id);
    if (!job || !mayReach(caller, job, this.#with.directory)) throw new RequestFault('not-found');
    return job;
  }

  #camera(caller: Caller, cameraId: string): CameraJob {
    const { directory } = this.#with;
    const standing = directory.standing(cameraId);
    const found = directory.camera(cameraId);
    if (!found || !standing || standing.isDraft || !authorize(caller, 'export', standing)) {
      throw new RequestFault('not-found', 'camera');
    }
    return this.#cameraJob(found);
  }

  #cameraJob(found: FoundCamera): CameraJob {
    const { row } = found.camera;
    return {
      cameraId: row.id,
      name: row.name,
      state: 'waiting',
      problem: null,
      gaps: [],
      untoldFromMs: null,
      wholeToMs: null,
      files: [],
      begun: null,
      device: deviceFacts(found, clockOf(found, this.#with.siteZone)),
    };
  }

  async #checkRoom(): Promise<void> {
    if (this.#shelf.all.filter(isPending).length >= mostOpen) {
      throw new RequestFault('too-many-requests');
    }
    if ((await this.freeBytes()) === 0) throw new RequestFault('disk-full');
  }

  #record(caller: Caller, address: string, act: ExportAct, job: ExportJob): Promise<void> {
    return recordExport(this.#with.audit, { caller, address }, act, job);
  }
}

type NewJob = Pick<
  ExportJob,
  | 'name'
  | 'by'
  | 'fromMs'
  | 'toMs'
  | 'subtitles'
  | 'partBytes'
  | 'submitter'
  | 'recipient'
  | 'purpose'
  | 'cameras'
> & { readonly nowMs: number };

function newJob({ nowMs, ...order }: NewJob): ExportJob {
  return {
    ...order,
    id: opaqueId(),
    createdAtMs: nowMs,
    endedAtMs: null,
    expiresAtMs: null,
    notBeforeMs: 0,
    encrypted: false,
    state: 'waiting',
  };
}

/** A device that cannot be reached now may be reached when its turn comes. */
function clockOf(found: FoundCamera, siteZone: string) {
  try {
    return recorderOf(found, siteZone);
  } catch {
    return { zoneName: siteZone, clockOffsetMs: null };
  }
}
