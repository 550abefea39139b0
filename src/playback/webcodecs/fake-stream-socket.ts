import { closeCodes } from '../../api/routes.ts';

/** The proxy's end of `/ws/flv`, for tests. */
export class FakeStreamSocket extends EventTarget {
  binaryType: BinaryType = 'blob';
  closed = false;

  close(): void {
    this.closed = true;
  }

  send(bytes: Uint8Array): void {
    if (this.closed) return;
    this.dispatchEvent(new MessageEvent('message', { data: bytes.slice().buffer }));
  }

  /** The proxy hangs up and says why. */
  refuse(problem: { readonly kind: string; readonly reason: string }): void {
    const facts = { code: closeCodes.problem, reason: JSON.stringify(problem) };
    this.dispatchEvent(Object.assign(new Event('close'), facts));
  }
}
