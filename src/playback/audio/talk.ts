import type { SeenProblem } from '../../api/problem.ts';
import { routes } from '../../api/routes.ts';
import { talkNoticeSchema } from '../../api/voice.ts';
import { problemOfClose } from '../flv/problem-of-close.ts';
import { socketAddress } from '../socket-address.ts';
import { type MicrophoneFault, MicrophoneRefusal, openMicrophone } from './microphone.ts';
import { type HeldContext, holdContext } from './sound-context.ts';
import { isWorkletReport, mulawRate, talkProcessor } from './worklet-messages.ts';

export type TalkTrouble =
  | { readonly kind: 'microphone'; readonly fault: MicrophoneFault }
  | { readonly kind: 'problem'; readonly problem: SeenProblem };

/** A second of sound that does not leave this computer: nobody hears it. */
const stuckBytes = mulawRate;
const lost: TalkTrouble = {
  kind: 'problem',
  problem: { kind: 'unreachable', reason: 'server-unreachable' },
};

/** Half a second in frames of 20 ms: the first word, while the socket opens. */
const mostEarlyFrames = 25;

export interface TalkEvents {
  /** The device takes what is said. */
  readonly onReady: () => void;
  readonly onLevel: (level: number) => void;
  /** It ended by itself. Called at most once, and never after `end`. */
  readonly onEnd: (trouble: TalkTrouble) => void;
}

/** One press: a microphone, a socket and what turns one into the other, all gone with its end. */
export class Talk {
  readonly #cameraId: string;
  readonly #events: TalkEvents;
  #held: HeldContext | null = null;
  #microphone: MediaStream | null = null;
  #source: MediaStreamAudioSourceNode | null = null;
  #node: AudioWorkletNode | null = null;
  #socket: WebSocket | null = null;
  #early: ArrayBuffer[] = [];
  #ended = false;

  constructor(cameraId: string, events: TalkEvents) {
    this.#cameraId = cameraId;
    this.#events = events;
  }

  async start(): Promise<void> {
    const held = holdContext();
    this.#held = held;
    window.addEventListener('offline', this.#offline);
    try {
      const microphone = await openMicrophone();
      this.#microphone = microphone;
      if (this.#ended) return this.#close();
      // The press is a gesture of the person, so that the context may run.
      await Promise.all([held.load(), held.context.resume()]);
      if (this.#ended) return;
      this.#listenTo(microphone, held.context);
      this.#openSocket();
    } catch (fault) {
      // A context that was closed in the middle fails, too.
      if (!this.#ended) this.#fail(troubleOf(fault));
    }
  }

  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#close();
  }

  #listenTo(microphone: MediaStream, context: AudioContext): void {
    const source = context.createMediaStreamSource(microphone);
    const node = new AudioWorkletNode(context, talkProcessor, { outputChannelCount: [1] });
    node.port.onmessage = ({ data }) => {
      if (isWorkletReport(data)) this.#events.onLevel(data.level);
      else this.#send(data as ArrayBuffer);
    };
    // Its output is silence: it leads to the loudspeaker only so that it runs.
    source.connect(node).connect(context.destination);
    for (const track of microphone.getTracks()) {
      track.onended = () => this.#fail({ kind: 'microphone', fault: 'missing' });
    }
    this.#source = source;
    this.#node = node;
  }

  #openSocket(): void {
    const socket = new WebSocket(
      socketAddress(routes.talk(this.#cameraId), window.location.origin),
    );
    socket.binaryType = 'arraybuffer';
    socket.onopen = () => {
      for (const frame of this.#early.splice(0)) socket.send(frame);
    };
    socket.onmessage = ({ data }) => {
      const notice = talkNoticeSchema.safeParse(JSON.parse(String(data)));
      if (notice.success) this.#events.onReady();
    };
    socket.onclose = (event) => this.#fail({ kind: 'problem', problem: problemOfClose(event) });
    this.#socket = socket;
  }

  #send(frame: ArrayBuffer): void {
    const socket = this.#socket;
    if (socket?.readyState !== WebSocket.OPEN) {
      this.#early = [...this.#early.slice(1 - mostEarlyFrames), frame];
    } else if (socket.bufferedAmount > stuckBytes) {
      this.#fail(lost);
    } else {
      socket.send(frame);
    }
  }

  readonly #offline = (): void => this.#fail(lost);

  #fail(trouble: TalkTrouble): void {
    if (this.#ended) return;
    this.end();
    this.#events.onEnd(trouble);
  }

  #close(): void {
    window.removeEventListener('offline', this.#offline);
    for (const track of this.#microphone?.getTracks() ?? []) {
      track.onended = null;
      track.stop();
    }
    if (this.#socket !== null) {
      this.#socket.onclose = null;
      this.#socket.onmessage = null;
      this.#socket.close();
    }
    if (this.#node !== null) this.#node.port.onmessage = null;
    this.#source?.disconnect();
    this.#node?.disconnect();
    this.#held?.release();
  }
}

function troubleOf(fault: unknown): TalkTrouble {
  if (fault instanceof MicrophoneRefusal) return { kind: 'microphone', fault: fault.fault };
  console.warn('Talking could not begin', fault);
  return lost;
}
