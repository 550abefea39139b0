import mpegts from 'mpegts.js';
import type { Problem } from '../../api/problem.ts';
import { problemOfClose } from './problem-of-close.ts';

/**
 * Reads FLV from one of our sockets. The loader that mpegts.js brings takes every close for the
 * natural end of the stream; ours keeps the reason that the proxy gives.
 */
export function flvLoaderClass(
  onPiece: (piece: Uint8Array) => void,
  onEnd: (problem: Problem) => void,
): mpegts.CustomLoaderConstructor {
  return class FlvLoader extends mpegts.BaseLoader {
    private socket: WebSocket | null = null;
    private receivedBytes = 0;

    constructor() {
      super('watchfloor-flv-socket');
    }

    override open(source: { readonly url: string }): void {
      this._status = mpegts.LoaderStatus.kConnecting;
      const socket = new WebSocket(source.url);
      this.socket = socket;
      socket.binaryType = 'arraybuffer';
      socket.onopen = () => {
        this._status = mpegts.LoaderStatus.kBuffering;
      };
      socket.onmessage = ({ data }) => {
        if (!(data instanceof ArrayBuffer)) return;
        const from = this.receivedBytes;
        this.receivedBytes += data.byteLength;
        onPiece(new Uint8Array(data));
        this.onDataArrival(data, from, this.receivedBytes);
      };
      socket.onclose = (event) => {
        this._status = mpegts.LoaderStatus.kComplete;
        this.socket = null;
        onEnd(problemOfClose(event));
      };
    }

    override abort(): void {
      const { socket } = this;
      this.socket = null;
      this._status = mpegts.LoaderStatus.kComplete;
      if (socket === null) return;
      socket.onmessage = null;
      socket.onclose = null;
      socket.close();
    }

    override destroy(): void {
      this.abort();
      super.destroy();
    }
  };
}
