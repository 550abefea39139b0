import { onHeartbeat } from './heartbeat.ts';
import type { Rectangle } from './mjpeg/fit-rectangles.ts';
import type { FramesClient } from './mjpeg/frames-client.ts';
import type { Surface } from './surface.ts';

let nextSurface = 1;

/** The canvas under the tiles of one host element. It is made when the first tile draws on it. */
export class DomSurface implements Surface {
  /** While it is made smaller for a moment: its tiles keep their streams. */
  steady = false;
  private readonly client: () => FramesClient;
  private readonly listeners = new Set<() => void>();
  private host: HTMLElement | null = null;
  private canvas: HTMLCanvasElement | null = null;
  private surfaceName = '';
  private stopLosses: () => void = () => undefined;
  private moveDue = false;
  private size = '';

  constructor(client: () => FramesClient) {
    this.client = client;
  }

  get name(): string {
    return this.surfaceName;
  }

  /** @returns a function that takes the canvas away again */
  attach(host: HTMLElement): () => void {
    this.host = host;
    const observer = new ResizeObserver(() => this.moved());
    observer.observe(host);
    // A tile can move without changing its size, of which no observer tells.
    const stopBeat = onHeartbeat(() => this.tellMove());
    this.moved();
    return () => {
      observer.disconnect();
      stopBeat();
      this.detach();
    };
  }

  locate(element: HTMLElement): Rectangle {
    const { host } = this;
    if (host === null) return { x: 0, y: 0, width: 0, height: 0 };
    this.ensureCanvas(host);
    const outer = host.getBoundingClientRect();
    const inner = element.getBoundingClientRect();
    const scale = window.devicePixelRatio;
    const x = Math.round((inner.left - outer.left) * scale);
    const y = Math.round((inner.top - outer.top) * scale);
    const width = Math.round((inner.right - outer.left) * scale) - x;
    const height = Math.round((inner.bottom - outer.top) * scale) - y;
    return { x, y, width, height };
  }

  onMove(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** To be called when a tile may have moved; tells everybody once, before the next painting. */
  moved(): void {
    if (this.moveDue) return;
    this.moveDue = true;
    requestAnimationFrame(() => {
      this.moveDue = false;
      this.tellMove();
    });
  }

  private tellMove(): void {
    if (this.host === null) return;
    if (this.canvas !== null) this.fitCanvas(this.host);
    for (const listener of this.listeners) listener();
  }

  private ensureCanvas(host: HTMLElement): void {
    if (this.canvas !== null) return;
    const canvas = document.createElement('canvas');
    canvas.setAttribute('aria-hidden', 'true');
    canvas.className = 'pointer-events-none absolute inset-0 -z-10 size-full';
    host.prepend(canvas);
    this.canvas = canvas;
    this.surfaceName = `s${nextSurface}`;
    nextSurface += 1;
    const client = this.client();
    client.openSurface(this.surfaceName, canvas.transferControlToOffscreen());
    this.stopLosses = client.onSurfacesLost(() => this.dropCanvas());
    this.fitCanvas(host);
  }

  private fitCanvas(host: HTMLElement): void {
    const box = host.getBoundingClientRect();
    const width = Math.max(1, Math.round(box.width * window.devicePixelRatio));
    const height = Math.max(1, Math.round(box.height * window.devicePixelRatio));
    const size = `${this.surfaceName} ${width} ${height}`;
    if (size === this.size) return;
    this.size = size;
    this.client().sizeSurface(this.surfaceName, width, height);
  }

  private detach(): void {
    this.host = null;
    if (this.canvas === null) return;
    this.client().closeSurface(this.surfaceName);
    this.dropCanvas();
  }

  /** A canvas can be handed over once only: for another worker another one is made. */
  private dropCanvas(): void {
    this.stopLosses();
    this.canvas?.remove();
    this.canvas = null;
  }
}
