import type { WebSocket } from 'ws';
import { beatIntervalMs } from '../../api/beat.ts';
import type { InputReport } from '../../api/site-control.ts';
import type { Viewing } from '../access/viewing.ts';
import { unknownStream } from '../media/media-problem.ts';
import { SocketOutlet } from '../media/socket-outlet.ts';
import type { InputWatch } from './input-watch.ts';

/** Tells a window how the inputs of a camera are, as long as it may look at that camera. */
export function acceptInputsSocket(
  socket: WebSocket,
  cameraId: string,
  viewing: Pick<Viewing, 'may'>,
  watch: Pick<InputWatch, 'join'>,
): void {
  let report: InputReport | undefined;
  let leave: (() => void) | undefined;
  let beat: NodeJS.Timeout | undefined;
  const outlet = new SocketOutlet(socket, {
    drained: () => undefined,
    text: () => outlet.closeWith({ kind: 'invalid-input', reason: 'invalid-input' }),
    gone: () => {
      clearInterval(beat);
      leave?.();
    },
  });
  const tell = () => {
    if (!viewing.may(cameraId)) outlet.closeWith(unknownStream);
    else if (report !== undefined) outlet.sendText(JSON.stringify(report));
  };
  if (!viewing.may(cameraId)) {
    outlet.closeWith(unknownStream);
    return;
  }
  leave = watch.join(cameraId, (next) => {
    report = next;
    tell();
  });
  beat = setInterval(tell, beatIntervalMs);
}
