import { randomBytes } from 'node:crypto';

const mostNames = 4096;

/** Our own names for the segments of one stream; they say nothing of the device's addresses. */
export class SegmentNames {
  readonly #nameByPlace = new Map<string, string>();
  readonly #targetByName = new Map<string, string>();

  /**
   * The same target in the same place keeps its name, for players compare names between two
   * playlists. In another place it is another segment: small devices use a few file names in turn.
   * @param sequence number of the segment in its stream; absent for what has no place in it
   */
  nameOf(target: string, sequence?: number): string {
    const place = `${sequence ?? ''} ${target}`;
    const known = this.#nameByPlace.get(place);
    const name = known ?? `${randomBytes(12).toString('base64url')}.${extensionOf(target)}`;
    // The one that was named most recently is forgotten last.
    this.#nameByPlace.delete(place);
    this.#nameByPlace.set(place, name);
    this.#targetByName.set(name, target);
    if (this.#nameByPlace.size > mostNames) this.#forgetOldest();
    return name;
  }

  targetOf(name: string): string | undefined {
    return this.#targetByName.get(name);
  }

  #forgetOldest(): void {
    for (const [place, name] of this.#nameByPlace) {
      this.#nameByPlace.delete(place);
      this.#targetByName.delete(name);
      return;
    }
  }
}

function extensionOf(target: string): string {
  const extension = /\.(ts|m4s|mp4|aac)(?:\?|$)/i.exec(target)?.[1];
  return extension?.toLowerCase() ?? 'ts';
}
