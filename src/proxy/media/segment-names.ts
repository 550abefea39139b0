import { randomBytes } from 'node:crypto';

const mostNames = 4096;

/** Our own names for the segments of one stream; they say nothing of the device's addresses. */
export class SegmentNames {
  readonly #nameByTarget = new Map<string, string>();
  readonly #targetByName = new Map<string, string>();

  /** The same target keeps its name, for players compare names between two playlists. */
  nameOf(target: string): string {
    const known = this.#nameByTarget.get(target);
    const name = known ?? `${randomBytes(12).toString('base64url')}.${extensionOf(target)}`;
    // The one that was named most recently is forgotten last.
    this.#nameByTarget.delete(target);
    this.#nameByTarget.set(target, name);
    this.#targetByName.set(name, target);
    if (this.#nameByTarget.size > mostNames) this.#forgetOldest();
    return name;
  }

  targetOf(name: string): string | undefined {
    return this.#targetByName.get(name);
  }

  #forgetOldest(): void {
    for (const [target, name] of this.#nameByTarget) {
      this.#nameByTarget.delete(target);
      this.#targetByName.delete(name);
      return;
    }
  }
}

function extensionOf(target: string): string {
  const extension = /\.(ts|m4s|mp4|aac)(?:\?|$)/i.exec(target)?.[1];
  return extension?.toLowerCase() ?? 'ts';
}
