/** What the world gives and a test replaces. */
export interface Environment {
  /** Epoch ms. */
  now(): number;
  /** 0 inclusive to 1 exclusive. */
  random(): number;
}
