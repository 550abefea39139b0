/** The sums that a pack is held against; Node and browsers bring their own. */
export interface Sums {
  sha256(): RunningSum;
  /**
   * Whether an Ed25519 signature fits; null where this browser cannot tell.
   * @param publicKey 32 bytes, which may be no point of the curve
   */
  isSigned(publicKey: Uint8Array, text: Uint8Array, signature: Uint8Array): Promise<boolean | null>;
}

export interface RunningSum {
  update(piece: Uint8Array): unknown;
  /** Lower case; may be asked for once. */
  hex(): string;
}
