import type { ListenNotice } from '../../api/voice.ts';
import { OutletViewer } from '../media/outlet-viewer.ts';

/** Half a second of G.711. Whoever is further behind hears the present instead. */
const behindBytes = 4000;

/** One window that listens to a camera. */
export class SoundListener extends OutletViewer {
  piecesSkipped = 0;

  hear(piece: Buffer): void {
    if (this.outlet.backlogBytes > behindBytes) this.piecesSkipped += 1;
    else this.outlet.send(piece);
  }

  tell(notice: ListenNotice): void {
    this.outlet.sendText(JSON.stringify(notice));
  }
}
