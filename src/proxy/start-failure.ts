/** Why the proxy cannot start, in a sentence that says what to do. Shown as it is. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure';
}
