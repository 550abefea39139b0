/** Stands in for a WebSocket in tests: what was opened, what was sent, and what the proxy says. */
export class FakeSocket {
  static opened: FakeSocket[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((message: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  closed = false;
  readonly url: string;
  readonly sent: unknown[] = [];

  constructor(url: string | URL) {
    this.url = String(url);
    FakeSocket.opened.push(this);
  }

  static newest(): FakeSocket {
    const socket = FakeSocket.opened.at(-1);
    if (socket === undefined) throw new RangeError('no socket was opened');
    return socket;
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }

  close(): void {
    this.closed = true;
  }

  /** The connection stands. */
  open(): void {
    this.onopen?.();
  }

  break(code = 1006): void {
    this.onclose?.({ code });
  }

  say(news: unknown): void {
    this.onmessage?.({ data: JSON.stringify(news) });
  }
}
