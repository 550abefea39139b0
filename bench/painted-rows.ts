import type { FirstScript } from './browser.ts';
import type { MeasuredPage } from './measured-page.ts';

/** A number plate that a page has shown. */
export interface PaintedRow {
  readonly plate: string;
  /** When the message with it reached the page, epoch ms. */
  readonly framedAtMs: number;
  /** When the row was on the screen, at the latest, epoch ms. */
  readonly paintedAtMs: number;
}

interface NotingWindow {
  paintedRows: PaintedRow[];
}

/**
 * Runs in the page before its own scripts: notes when each plate came, and when a row with it had
 * been painted.
 */
function noteRows(): void {
  const rows: PaintedRow[] = [];
  Object.assign(window, { paintedRows: rows });
  const framed = new Map<string, number>();
  const nowMs = () => performance.timeOrigin + performance.now();
  const PlainSocket = window.WebSocket;
  window.WebSocket = class extends PlainSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols);
      if (!String(address).includes('/ws/events')) return;
      this.addEventListener('message', ({ data }) => {
        const cameAtMs = nowMs();
        for (const [, plate = ''] of String(data).matchAll(/"plate":"([^"]+)"/g)) {
          framed.set(plate, cameAtMs);
        }
        for (const plate of framed.keys()) {
          if (framed.size <= 1000) break;
          framed.delete(plate);
        }
      });
    }
  };
  const painted = new MessageChannel();
  const shown: { plate: string; framedAtMs: number }[] = [];
  painted.port1.onmessage = () => {
    const paintedAtMs = nowMs();
    for (const row of shown.splice(0)) rows.push({ ...row, paintedAtMs });
  };
  const see = (plate: string) => {
    const framedAtMs = framed.get(plate);
    if (framedAtMs === undefined) return;
    framed.delete(plate);
    shown.push({ plate, framedAtMs });
    // The message is read when the frame is through.
    requestAnimationFrame(() => painted.port2.postMessage(null));
  };
  const look = (changes: readonly MutationRecord[]) => {
    for (const { target, addedNodes } of changes) {
      if (target instanceof Text) see(target.data);
      for (const added of addedNodes) {
        const texts = document.createTreeWalker(added, NodeFilter.SHOW_TEXT);
        if (added instanceof Text) see(added.data);
        while (texts.nextNode()) see((texts.currentNode as Text).data);
      }
    }
  };
  document.addEventListener('DOMContentLoaded', () => {
    new MutationObserver(look).observe(document.body, {
      ...{ childList: true, subtree: true, characterData: true },
    });
  });
}

/** To be given to the browser with the address of a page of events. */
export const notePaintedRows: FirstScript = { script: noteRows, argument: 0 };

/** What was noted since it was last asked. */
export function takePaintedRows(page: MeasuredPage): Promise<readonly PaintedRow[]> {
  return page.evaluate(() => (window as unknown as NotingWindow).paintedRows.splice(0));
}
