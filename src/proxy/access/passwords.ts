import { hash, verify } from '@node-rs/argon2';
import { zxcvbn, zxcvbnOptions } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import * as english from '@zxcvbn-ts/language-en';

export interface HashCost {
  /** KiB */
  readonly memoryCost: number;
  readonly timeCost: number;
  readonly parallelism: number;
}

/** argon2id (the default of the library) with 64 MiB: a guess costs a graphics card its memory. */
const dear: HashCost = { memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 };
/** Two of 64 MiB at a time: a crowd at the door costs time, not memory. */
const mostAtOnce = 2;
const mostWaiting = 64;
const productWords = ['watchfloor', 'camera', 'surveillance', 'security', 'guard', 'control room'];
/** `safely unguessable` by the measure of zxcvbn: more than 10^8 guesses. */
const leastScore = 3;

/** What is judged of a password: the time that it takes grows much faster than the length. */
const judgedCharacters = 32;

let areWordsRead = false;

/** The words of a language are ranked when the first password is judged: no start waits for that. */
function readWords(): void {
  if (areWordsRead) return;
  areWordsRead = true;
  zxcvbnOptions.setOptions({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
  });
}

/** Whether a password would be among the first that somebody tries. */
export function isWeakPassword(password: string, ownerName: string): boolean {
  const own = ownerName.toLowerCase();
  if (own.length > 2 && password.toLowerCase().includes(own)) return true;
  readWords();
  const judged = password.slice(0, judgedCharacters);
  return zxcvbn(judged, [...productWords, own, ...own.split(/\s+/)]).score < leastScore;
}

/** Makes and checks password hashes, few at a time. */
export class Passwords {
  readonly #cost: HashCost;
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  /** Of a password that nobody has: an unknown name costs the same time as a known one. */
  #decoy: Promise<string> | undefined;

  constructor(cost = dear) {
    this.#cost = cost;
  }

  async make(password: string): Promise<string> {
    return this.#inTurn(() => hash(normal(password), this.#cost));
  }

  /** @param kept undefined for somebody unknown or without a password: always false, as slowly */
  async matches(kept: string | undefined, password: string): Promise<boolean> {
    const fits = await this.#inTurn(async () => {
      // With the first check, whosever it is: a start does not wait for it, and its time tells nothing.
      this.#decoy ??= hash('nobody has this password', this.#cost);
      const decoy = await this.#decoy;
      return verify(kept ?? decoy, normal(password));
    });
    return fits && kept !== undefined;
  }

  /** Whether so many wait already that one more should be sent away. */
  get crowded(): boolean {
    return this.#waiting.length >= mostWaiting;
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= mostAtOnce) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    } else this.#running += 1;
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }
}

/** The same characters typed on another keyboard are the same password. */
function normal(password: string): string {
  return password.normalize('NFKC');
}
