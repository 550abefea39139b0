import { rm } from 'node:fs/promises';
import path from 'node:path';
import { DeviceError } from '../../domain/device-error.ts';
import type { ExportNews, ExportTalk, Operations } from '../../protocols/protocol.ts';
import { openTalk, type Talk } from '../link/open-talk.ts';
import { SilenceWatch } from '../media/silence-watch.ts';
import { toDeviceRange, toOurMs } from '../recordings/recorder.ts';
import { type CameraEnd, type CameraWork, fetchFile, stoppedFault } from './camera-work.ts';
import { diskFault } from './disk-fault.ts';
import { sharesOf } from './file-progress.ts';

/** A device says every second how far it is. */
const longestSilenceMs = 60_000;
/** The share grows in whole percent, and one percent of a month takes its time. */
const longestStandstillMs = 30 * 60_000;
/** For a device to hear that it may stop before the line is closed. */
const partingMs = 300;

type Files = Extract<ExportNews, { kind: 'files' }>;
type Ended = Extract<ExportNews, { kind: 'ended' }>;

/** Has the device write files out, and fetches each before it writes the next. */
export async function exportByTalk(
  work: CameraWork,
  openExport: NonNullable<Operations['openExport']>,
): Promise<CameraEnd> {
  const { job, recorder, channel, password, signal } = work;
  const fromMs = Math.max(job.fromMs, work.camera.wholeToMs ?? job.fromMs);
  if (fromMs >= job.toMs) return 'done';
  await dropFrom(work, fromMs);
  const order = {
    channels: [channel],
    range: toDeviceRange(recorder, { fromMs, toMs: job.toMs }),
    subtitles: job.subtitles,
    partBytes: job.partBytes ?? undefined,
    password,
    submitter: job.submitter,
    recipient: job.recipient,
    purpose: job.purpose,
  };
  const words = await openExport(recorder.connection, order, recorder.zone);
  const line = new AbortController();
  const hangUp = () => line.abort();
  signal.addEventListener('abort', hangUp, { once: true });
  let talk: Talk;
  try {
    talk = await openTalk(recorder.connection, words.call, line.signal);
  } finally {
    signal.removeEventListener('abort', hangUp);
  }
  return new Conversation(work, words, talk).run();
}

/**
 * What the device writes once more must not be there twice, and a film that came without its
 * subtitles is fetched with them. They leave the list first, so that it never has what is gone.
 */
async function dropFrom({ camera, folder, begun }: CameraWork, fromMs: number): Promise<void> {
  const isBefore = ({ range }: (typeof camera.files)[number]) =>
    range !== null && range.toMs <= fromMs;
  const dropped = camera.files.filter((file) => !isBefore(file));
  if (dropped.length === 0) return;
  camera.files = camera.files.filter(isBefore);
  await begun();
  for (const file of dropped) {
    await rm(path.join(folder, file.path), { force: true }).catch((error: unknown) => {
      throw diskFault(error);
    });
  }
}

class Conversation {
  readonly #work: CameraWork;
  readonly #words: ExportTalk;
  readonly #talk: Talk;
  /** Ends a download whose task is over. */
  readonly #ending = new AbortController();
  #fetching: Promise<void> = Promise.resolve();
  #waiting: NodeJS.Timeout | undefined;
  #settle: (end: CameraEnd) => void = () => undefined;
  #fail: (failure: unknown) => void = () => undefined;
  #isReady = false;
  #share = 0;
  readonly #standstill = new SilenceWatch(
    () => longestStandstillMs,
    () => this.#fail(stalled()),
  );

  constructor(work: CameraWork, words: ExportTalk, talk: Talk) {
    this.#work = { ...work, signal: AbortSignal.any([work.signal, this.#ending.signal]) };
    this.#words = words;
    this.#talk = talk;
  }

  async run(): Promise<CameraEnd> {
    const { signal } = this.#work;
    const silence = new SilenceWatch(
      () => longestSilenceMs,
      () => {
        if (this.#waiting === undefined) this.#fail(stalled());
        else silence.mark();
      },
    );
    const stopped = () => this.#fail(stoppedFault());
    signal.addEventListener('abort', stopped, { once: true });
    silence.mark();
    this.#standstill.mark();
    try {
      return await new Promise<CameraEnd>((resolve, reject) => {
        this.#settle = resolve;
        this.#fail = reject;
        if (signal.aborted) stopped();
        this.#talk
          .listen((text) => {
            silence.mark();
            for (const news of this.#words.hear(text)) this.#take(news);
          })
          .then(() => reject(lost()), reject);
      });
    } catch (failure) {
      if (this.#isReady) await this.#part();
      throw failure;
    } finally {
      silence.stop();
      this.#standstill.stop();
      signal.removeEventListener('abort', stopped);
      this.#ending.abort();
      await this.#fetching;
      this.#talk.close();
    }
  }

  /** So that the device does not keep what nobody will fetch. */
  async #part(): Promise<void> {
    this.#talk.say(this.#words.say('cancel'));
    await new Promise((done) => setTimeout(done, partingMs));
  }

  #take(news: ExportNews): void {
    switch (news.kind) {
      case 'ready':
        this.#isReady = true;
        return;
      case 'progress':
        if (news.share !== this.#share) this.#standstill.mark();
        this.#share = news.share;
        this.#work.progress(news.share);
        return;
      case 'hurry':
        if (this.#waiting !== undefined) this.#talk.say(this.#words.say('wait'));
        return;
      case 'files':
        if (this.#waiting !== undefined) this.#fail(early());
        else this.#fetching = this.#fetch(news).catch((failure: unknown) => this.#fail(failure));
        return;
      case 'done':
        // What it says is over has deleted the file that is being fetched.
        if (this.#waiting !== undefined) this.#fail(early());
        else this.#settle('done');
        return;
      case 'ended':
        if (news.why !== 'no-data' || this.#waiting !== undefined) this.#fail(faultOf(news));
        else this.#settle(this.#isEmpty() ? 'no-footage' : 'done');
    }
  }

  async #fetch({ files, range, patienceMs }: Files): Promise<void> {
    const { recorder, job, camera } = this.#work;
    this.#standstill.mark();
    const ours = range && {
      fromMs: toOurMs(recorder, range.fromMs),
      toMs: toOurMs(recorder, range.toMs),
    };
    const say = (word: 'wait' | 'next') => this.#talk.say(this.#words.say(word));
    this.#waiting = setInterval(() => say('wait'), Math.max(100, patienceMs / 3));
    try {
      const shares = sharesOf(job, ours, files.length);
      for (const [at, file] of files.entries()) {
        await fetchFile(this.#work, { ...file, stays: false }, ours ?? null, shares[at]);
      }
      if (ours) camera.wholeToMs = ours.toMs;
    } finally {
      clearInterval(this.#waiting);
      this.#waiting = undefined;
    }
    say('next');
  }

  #isEmpty(): boolean {
    return this.#work.camera.files.length === 0;
  }
}

function faultOf({ why, code }: Ended): DeviceError {
  const facts = { operation: 'export', detail: String(code) };
  if (why === 'parameters') return new DeviceError('rejected', 'illegal-parameter', facts);
  if (why === 'device-full') return new DeviceError('rejected', 'storage-full', facts);
  if (why === 'timed-out') return new DeviceError('timeout', 'export-timed-out', facts);
  return new DeviceError('rejected', 'export-ended', facts);
}

const stalled = () => new DeviceError('timeout', 'file-stalled', { operation: 'export' });
const early = () =>
  new DeviceError('malformed-reply', 'unexpected-reply', { operation: 'export', detail: 'order' });
const lost = () => new DeviceError('unreachable', 'connection-lost', { operation: 'export' });
