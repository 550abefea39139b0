/** The proxy's end of `/ws/audio` and `/ws/talk`, played by a test in place of a WebSocket. */
export class FakeVoiceSocket extends EventTarget {
  static readonly OPEN = 1;
  static opened: FakeVoiceSocket[] = [];

  readonly path: string;
  readonly sent: ArrayBuffer[] = [];
  binaryType = 'blob';
  readyState = 0;
  bufferedAmount = 0;
  closes = 0;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;

  constructor(address: string) {
    super();
    const { pathname, search } = new URL(address);
    this.path = `${pathname}${search}`;
    FakeVoiceSocket.opened.push(this);
    queueMicrotask(() => {
      this.readyState = FakeVoiceSocket.OPEN;
      this.onopen?.();
    });
  }

  /** Sockets to one path that have not been closed. */
  static open(path: string): readonly FakeVoiceSocket[] {
    return FakeVoiceSocket.opened.filter((each) => each.path.startsWith(path) && each.closes === 0);
  }

  send(frame: ArrayBuffer): void {
    this.sent.push(frame);
  }

  close(): void {
    this.closes += 1;
    this.readyState = 3;
  }

  say(notice: object): void {
    this.onmessage?.({ data: JSON.stringify(notice) });
  }

  /** @param ms of a loud square wave */
  sound(ms: number): void {
    const mulaw = Uint8Array.from({ length: ms * 8 }, (_, at) => (at % 16 < 8 ? 0x90 : 0x10));
    this.onmessage?.({ data: mulaw.buffer });
  }

  lose(code: number, reason = ''): void {
    this.readyState = 3;
    this.onclose?.({ code, reason });
  }
}
