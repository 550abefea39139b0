/** Does one thing at a time; of what is wanted meanwhile the newest is done next, and no other. */
export class NewestWish<Wish> {
  readonly #work: (wish: Wish, signal: AbortSignal) => Promise<void>;
  readonly #apartMs: number;
  #next: { readonly wish: Wish } | null = null;
  #ending = new AbortController();
  #isBusy = false;

  /**
   * @param work never rejects; its signal says that nobody wants it any more
   * @param apartMs between two beginnings at least
   */
  constructor(work: (wish: Wish, signal: AbortSignal) => Promise<void>, apartMs: number) {
    this.#work = work;
    this.#apartMs = apartMs;
  }

  want(wish: Wish): void {
    this.#next = { wish };
    if (!this.#isBusy) void this.#run();
  }

  /** Until something else is wanted. */
  end(): void {
    this.#next = null;
    this.#ending.abort();
    this.#ending = new AbortController();
  }

  async #run(): Promise<void> {
    this.#isBusy = true;
    while (this.#next !== null) {
      const { wish } = this.#next;
      this.#next = null;
      const rest = new Promise((resolve) => setTimeout(resolve, this.#apartMs));
      await this.#work(wish, this.#ending.signal);
      await rest;
    }
    this.#isBusy = false;
  }
}
