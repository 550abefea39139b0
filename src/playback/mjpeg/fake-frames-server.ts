import { framePacketHeaderBytes, writeFramePacketHeader } from '../../api/frame-packet.ts';
import type { FrameNotice, FrameRequest } from '../../api/frames.ts';

/** The proxy's end of `/ws/frames`, played by a test. */
export class FakeFramesSocket extends EventTarget {
  binaryType: BinaryType = 'blob';
  readyState: WebSocket['readyState'] = 0;
  readonly requests: FrameRequest[] = [];

  open(): void {
    this.readyState = 1;
    this.dispatchEvent(new Event('open'));
  }

  /** The connection breaks. */
  lose(): void {
    this.readyState = 3;
    this.dispatchEvent(new Event('close'));
  }

  send(text: string): void {
    this.requests.push(JSON.parse(text));
  }

  close(): void {
    this.readyState = 3;
  }

  say(notice: FrameNotice): void {
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(notice) }));
  }

  show(feed: number, jpeg: Uint8Array, receivedAtMs = Date.now()): void {
    this.packet(feed, jpeg, { receivedAtMs, repeated: false });
  }

  repeat(feed: number): void {
    this.packet(feed, new Uint8Array(0), { receivedAtMs: Date.now(), repeated: true });
  }

  private packet(
    feed: number,
    jpeg: Uint8Array,
    header: { readonly receivedAtMs: number; readonly repeated: boolean },
  ): void {
    const packet = new Uint8Array(framePacketHeaderBytes + jpeg.byteLength);
    writeFramePacketHeader(packet, { feed, ...header });
    packet.set(jpeg, framePacketHeaderBytes);
    this.dispatchEvent(new MessageEvent('message', { data: packet.buffer }));
  }
}

/** A JPEG of one colour. */
export async function colouredJpeg(
  colour: string,
  width = 640,
  height = 360,
): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new TypeError('this browser has no 2d canvas');
  context.fillStyle = colour;
  context.fillRect(0, 0, width, height);
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
  return new Uint8Array(await blob.arrayBuffer());
}
