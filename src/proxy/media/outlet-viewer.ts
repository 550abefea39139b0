import type { WebSocket } from 'ws';
import type { Problem } from '../../api/problem.ts';
import { type OutletOwner, SocketOutlet } from './socket-outlet.ts';

/** A window that is only sent something: whatever it says itself ends it. */
export class OutletViewer implements OutletOwner {
  protected readonly outlet: SocketOutlet;
  readonly #onGone: () => void;

  constructor(socket: WebSocket, onGone: () => void) {
    this.#onGone = onGone;
    this.outlet = new SocketOutlet(socket, this);
  }

  fail(problem: Problem): void {
    this.outlet.closeWith(problem);
  }

  finish(): void {
    this.outlet.finish();
  }

  drained(): void {
    // What a slow viewer missed stays missed.
  }

  text(): void {
    this.outlet.closeWith({ kind: 'invalid-input', reason: 'invalid-input' });
  }

  gone(): void {
    this.#onGone();
  }
}
