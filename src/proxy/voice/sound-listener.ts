import type { WebSocket } from 'ws';
import type { Problem } from '../../api/problem.ts';
import type { ListenNotice } from '../../api/voice.ts';
import { type OutletOwner, SocketOutlet } from '../media/socket-outlet.ts';

/** Half a second of G.711. Whoever is further behind hears the present instead. */
const behindBytes = 4000;

/** One window that listens to a camera. */
export class SoundListener implements OutletOwner {
  readonly #outlet: SocketOutlet;
  readonly #onGone: () => void;
  piecesSkipped = 0;

  constructor(socket: WebSocket, onGone: () => void) {
    this.#onGone = onGone;
    this.#outlet = new SocketOutlet(socket, this);
  }

  hear(piece: Buffer): void {
    if (this.#outlet.backlogBytes > behindBytes) this.piecesSkipped += 1;
    else this.#outlet.send(piece);
  }

  tell(notice: ListenNotice): void {
    this.#outlet.sendText(JSON.stringify(notice));
  }

  fail(problem: Problem): void {
    this.#outlet.closeWith(problem);
  }

  finish(): void {
    this.#outlet.finish();
  }

  drained(): void {
    // Sound that was skipped is past; there is nothing to catch up with.
  }

  text(): void {
    this.#outlet.closeWith({ kind: 'invalid-input', reason: 'invalid-input' });
  }

  gone(): void {
    this.#onGone();
  }
}
