import type { SeenProblem } from '../../api/problem.ts';
import type { RecordedFileView } from '../../api/recordings.ts';
import type { PictureFit } from '../../domain/view.ts';
import type { Footage } from './footage.ts';
import { FootageMap, type Place } from './footage-map.ts';
import type { Direction, Follower, Moment, Standing } from './moment.ts';
import { RecordedScreen } from './recorded-screen.ts';

/** The next file is opened so long before it is needed. */
const prepareMs = 8000;
/** Files that follow each other leave as much between them by the clocks of devices. */
const seamMs = 2000;
/** Files that failed are tried again by themselves. */
const brokenForMs = 8000;

export type RecordedState =
  | { readonly kind: 'shown' | 'loading' | 'not-yet' | 'not-offered' }
  | { readonly kind: 'nothing'; readonly untilMs: number | null }
  | { readonly kind: 'failed'; readonly problem: SeenProblem };

/** One camera in the past: opens the file of a moment, and the next before the first has ended. */
export class RecordedPlayer implements Follower {
  readonly #footage: Footage;
  readonly #fit: PictureFit;
  readonly #map: FootageMap;
  readonly #listeners = new Set<() => void>();
  #host: HTMLElement | null = null;
  #current: RecordedScreen | null = null;
  #next: RecordedScreen | null = null;
  #moment: Moment | null = null;
  #state: RecordedState = { kind: 'loading' };
  #brokenAtMs = 0;

  constructor(footage: Footage, fit: PictureFit = 'contain') {
    this.#footage = footage;
    this.#fit = fit;
    this.#map = new FootageMap(footage.find, footage.now, () => this.#again());
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  readonly state = (): RecordedState => this.#state;

  get standing(): Standing {
    const { kind } = this.#state;
    if (kind === 'shown') return 'ready';
    return kind === 'not-offered' ? 'failed' : kind;
  }

  get nextFootageMs(): number | null {
    return this.#state.kind === 'nothing' ? this.#state.untilMs : null;
  }

  get driftMs(): number | null {
    if (this.#state.kind !== 'shown' || !this.#current || !this.#moment) return null;
    return this.#current.positionMs - this.#moment.atMs;
  }

  /** What is shown, or was last. */
  get file(): RecordedFileView | null {
    return this.#current?.file ?? null;
  }

  /** The instant of the picture before or after this one. */
  frameBeside(direction: 1 | -1): number | null {
    return this.#current?.besides(direction) ?? null;
  }

  mount(host: HTMLElement): void {
    this.#host = host;
  }

  unmount(): void {
    this.#map.close();
    this.#drop();
    this.#host = null;
    this.#listeners.clear();
  }

  retry(): void {
    this.#map.forget();
    this.#drop();
    this.#set({ kind: 'loading' });
    this.#again();
  }

  grab(): Promise<Blob | null> {
    return this.#current?.grab() ?? Promise.resolve(null);
  }

  follow(moment: Moment): void {
    if (this.#host === null) return;
    this.#moment = moment;
    const place = this.#map.placeAt(moment.atMs, moment.direction);
    if (place.kind === 'file') this.#play(place.file, moment);
    else if (this.#isSeam(place, moment.direction)) this.#prepare(moment);
    else this.#rest(place);
  }

  #play(file: RecordedFileView, moment: Moment): void {
    const screen = this.#screenOf(file, moment.atMs);
    if (screen.problem !== null) {
      this.#break(screen.problem);
      return;
    }
    // The last picture of the file before stays until there is one of this; to follow may mean to
    // look for another one, until which there is none again.
    if (screen.hasPicture && this.#current !== screen) this.#takeOver(screen);
    screen.follow(moment);
    const isShown = this.#current === screen && screen.isReady(moment);
    this.#set({ kind: isShown ? 'shown' : 'loading' });
    this.#prepare(moment);
  }

  #screenOf(file: RecordedFileView, atMs: number): RecordedScreen {
    if (this.#current?.file === file) return this.#current;
    if (this.#next?.file !== file) {
      this.#next?.unmount();
      this.#next = this.#open(file, atMs);
    }
    return this.#next;
  }

  #takeOver(screen: RecordedScreen): void {
    this.#current?.unmount();
    this.#current = screen;
    this.#next = null;
    screen.show(true);
  }

  #open(file: RecordedFileView, fromMs: number): RecordedScreen {
    const { addressOf, problemOf } = this.#footage;
    const changed = () => this.#again();
    const screen = new RecordedScreen({
      file,
      fromMs,
      address: addressOf(file),
      fit: this.#fit,
      problemOf,
      changed,
    });
    if (this.#host) screen.mount(this.#host);
    return screen;
  }

  #prepare({ atMs, rate, direction, motion }: Moment): void {
    const current = this.#current;
    if (current === null || motion === 'stands') return;
    const edgeMs = edgeOf(current.file, direction);
    if ((edgeMs - atMs) * direction > prepareMs * rate) return;
    const follows = this.#map.placeAt(edgeMs, direction);
    const file =
      follows.kind === 'file'
        ? follows.file
        : this.#isSeam(follows, direction)
          ? this.#fileAt(follows.untilMs, direction)
          : null;
    if (file !== null && file !== current.file && this.#next?.file !== file) {
      this.#next?.unmount();
      this.#next = this.#open(file, direction === 1 ? file.fromMs : file.toMs - 1);
    }
  }

  #fileAt(atMs: number, direction: Direction): RecordedFileView | null {
    const place = this.#map.placeAt(atMs, direction);
    return place.kind === 'file' ? place.file : null;
  }

  /** So short that the picture before it simply stays. */
  #isSeam(
    place: Place,
    direction: Direction,
  ): place is Extract<Place, { kind: 'gap' }> & { untilMs: number } {
    if (place.kind !== 'gap' || place.untilMs === null || this.#current === null) return false;
    const lengthMs = (place.untilMs - edgeOf(this.#current.file, direction)) * direction;
    return lengthMs >= 0 && lengthMs <= seamMs;
  }

  #rest(place: Exclude<Place, { kind: 'file' }>): void {
    if (place.kind !== 'asking') this.#drop();
    this.#set(stateOf(place));
  }

  #break(problem: SeenProblem): void {
    const nowMs = this.#footage.now();
    const isNew = this.#state.kind !== 'failed';
    if (isNew) this.#brokenAtMs = nowMs;
    this.#set({ kind: 'failed', problem });
    // What this browser cannot decode, it cannot decode in a while either.
    if (problem.reason === 'codec-unplayable' || nowMs - this.#brokenAtMs < brokenForMs) return;
    this.#map.forget();
    this.#drop();
    this.#brokenAtMs = nowMs;
  }

  #drop(): void {
    this.#current?.unmount();
    this.#next?.unmount();
    this.#current = null;
    this.#next = null;
  }

  #again(): void {
    if (this.#moment) this.follow(this.#moment);
  }

  #set(state: RecordedState): void {
    if (JSON.stringify(state) === JSON.stringify(this.#state)) return;
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

/** The first instant beside a file. */
function edgeOf({ fromMs, toMs }: RecordedFileView, direction: Direction): number {
  return direction === 1 ? toMs : fromMs - 1;
}

function stateOf(place: Exclude<Place, { kind: 'file' }>): RecordedState {
  if (place.kind === 'asking') return { kind: 'loading' };
  if (place.kind === 'gap') return { kind: 'nothing', untilMs: place.untilMs };
  if (place.kind === 'not-yet') return { kind: 'not-yet' };
  const { problem } = place;
  return problem.reason === 'not-supported' ? { kind: 'not-offered' } : { kind: 'failed', problem };
}
