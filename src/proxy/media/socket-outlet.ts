import type { WebSocket } from 'ws';
import type { Problem } from '../../api/problem.ts';
import { closeCodes } from '../../api/routes.ts';
import { closeReason } from './media-problem.ts';

/** Each look at a connection; twice without any drain, or without a word, ends it. */
const lookEveryMs = 5000;
const looksUntilTooSlow = 2;
const looksUntilDead = 4;
const farewellMs = 1000;
const sendOptions = { binary: true, compress: false } as const;
const textOptions = { compress: false } as const;

export interface OutletOwner {
  /** Bytes went out: there may be room for more. */
  drained(): void;
  text(message: string): void;
  /** The socket is gone; called once. */
  gone(): void;
}

/** One viewer's socket: knows how far behind the viewer is, and when to give it up. */
export class SocketOutlet {
  readonly #socket: WebSocket;
  readonly #owner: OutletOwner;
  readonly #looks: NodeJS.Timeout;
  #farewell: NodeJS.Timeout | undefined;
  #drainedSinceLook = true;
  #heardSinceLook = true;
  #stuckLooks = 0;
  #silentLooks = 0;
  #open = true;

  constructor(socket: WebSocket, owner: OutletOwner) {
    this.#socket = socket;
    this.#owner = owner;
    this.#looks = setInterval(() => this.#look(), lookEveryMs);
    socket.on('message', (message, isBinary) => {
      this.#heardSinceLook = true;
      if (!this.#open) return;
      if (isBinary) this.closeWith({ kind: 'invalid-input', reason: 'invalid-input' });
      else owner.text(message.toString());
    });
    socket.on('pong', () => {
      this.#heardSinceLook = true;
    });
    socket.on('error', () => socket.terminate());
    socket.on('close', () => this.#end());
  }

  /** Bytes that were written and have not left this process. */
  get backlogBytes(): number {
    return this.#socket.bufferedAmount;
  }

  send(packet: Buffer): void {
    if (this.#open) this.#socket.send(packet, sendOptions, this.#sent);
  }

  sendText(text: string): void {
    if (this.#open) this.#socket.send(text, textOptions, this.#sent);
  }

  closeWith(problem: Problem): void {
    this.#close(closeCodes.problem, closeReason(problem));
  }

  /** Ends the connection for a reason that is not a fault. */
  finish(): void {
    this.#close(1001, '');
  }

  /** One function for all sends, so that a packet costs no closure. */
  readonly #sent = (error?: Error | null): void => {
    if (error) return;
    this.#drainedSinceLook = true;
    if (this.#open) this.#owner.drained();
  };

  #close(code: number, reason: string): void {
    if (!this.#open) return;
    this.#end();
    this.#socket.close(code, reason);
    // A peer that reads nothing would never answer the close frame either.
    this.#farewell = setTimeout(() => this.#socket.terminate(), farewellMs);
  }

  #look(): void {
    const stuck = this.backlogBytes > 0 && !this.#drainedSinceLook;
    this.#stuckLooks = stuck ? this.#stuckLooks + 1 : 0;
    this.#silentLooks = this.#heardSinceLook ? 0 : this.#silentLooks + 1;
    this.#drainedSinceLook = false;
    this.#heardSinceLook = false;
    if (this.#stuckLooks >= looksUntilTooSlow) this.#close(closeCodes.tooSlow, '');
    else if (this.#silentLooks >= looksUntilDead) this.#socket.terminate();
    else this.#socket.ping();
  }

  #end(): void {
    clearTimeout(this.#farewell);
    if (!this.#open) return;
    this.#open = false;
    clearInterval(this.#looks);
    this.#owner.gone();
  }
}
