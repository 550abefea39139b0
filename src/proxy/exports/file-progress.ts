import type { TimeRange } from '../../domain/recording.ts';

/** Which part of a camera's work a file is: from a share to a later one, both 0 to 1. */
export interface FileShare {
  readonly from: number;
  readonly to: number;
}

/** The part of a time that a range within it is, cut into as many equal pieces as there are files. */
export function sharesOf(
  { fromMs, toMs }: TimeRange,
  range: TimeRange | undefined,
  count: number,
): (FileShare | undefined)[] {
  if (range === undefined) return Array.from({ length: count }, () => undefined);
  const shareAt = (ms: number) => Math.max(0, Math.min(1, (ms - fromMs) / (toMs - fromMs)));
  const from = shareAt(range.fromMs);
  const step = (shareAt(range.toMs) - from) / count;
  return Array.from({ length: count }, (_, at) => ({
    from: from + at * step,
    to: from + (at + 1) * step,
  }));
}

/** How far a file is, by the length that its device announced. */
export class FileProgress {
  readonly #share: FileShare | undefined;
  readonly #tell: (share: number) => void;
  #size: number | null = null;
  #bytes = 0;

  constructor(share: FileShare | undefined, tell: (share: number) => void) {
    this.#share = share;
    this.#tell = tell;
  }

  /** @param size of the whole file; null where nobody knows */
  opened(size: number | null): void {
    this.#size = size;
  }

  /** @param bytes below zero where what had come is thrown away */
  came(bytes: number): void {
    this.#bytes += bytes;
    if (this.#share === undefined || this.#size === null || this.#size === 0) return;
    const { from, to } = this.#share;
    this.#tell(from + (to - from) * Math.min(1, this.#bytes / this.#size));
  }
}
