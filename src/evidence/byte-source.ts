/** A file that is read where it is wanted, and never all at once. */
export interface ByteSource {
  /** Bytes. */
  readonly size: number;
  /** Rejects where it cannot be read; may give less at the end. */
  read(from: number, bytes: number): Promise<Uint8Array>;
}

/** Large enough to be quick, small enough to be given up at once and to hold in memory. */
const pieceBytes = 1024 ** 2;

/** A stretch of it, piece after piece. */
export async function* piecesOf(
  source: ByteSource,
  from: number,
  bytes: number,
): AsyncGenerator<Uint8Array> {
  for (let done = 0; done < bytes; ) {
    const piece = await source.read(from + done, Math.min(pieceBytes, bytes - done));
    if (piece.length === 0) throw new RangeError('the file ends too soon');
    done += piece.length;
    yield piece;
  }
}
