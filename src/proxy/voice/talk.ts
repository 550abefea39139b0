import type { WebSocket } from 'ws';
import type { Problem } from '../../api/problem.ts';
import { closeCodes } from '../../api/routes.ts';
import { longestTalkMs, type TalkNotice, talkSilenceMs } from '../../api/voice.ts';
import { DeviceError } from '../../domain/device-error.ts';
import { mulawSamplesPerSecond } from '../../domain/sound.ts';
import { deviceFault } from '../link/device-fault.ts';
import { closeReason, mediaProblem } from '../media/media-problem.ts';
import { SoundFlow } from './sound-flow.ts';
import type { SoundPlace } from './voice-directory.ts';
import type { VoiceVisit } from './voice-visit.ts';

/** A device that has not answered so long after the last sound is let go of. */
const answerWithinMs = 3500;
const farewellMs = 500;
/** What may come at once beyond the rate of speech: a window that stood still for a moment. */
const burstBytes = 2 * mulawSamplesPerSecond;

const badInput: Problem = { kind: 'invalid-input', reason: 'invalid-input' };

/**
 * One press of the talk button: one request to the device, which ends with the press, with the
 * window, with the session, with silence, or after a minute.
 */
export class Talk {
  readonly place: SoundPlace;
  readonly name: string;
  readonly #socket: WebSocket;
  readonly #visit: VoiceVisit;
  readonly #onEnd: () => void;
  readonly #controller = new AbortController();
  readonly #flow: SoundFlow;
  readonly #limit: NodeJS.Timeout;
  readonly #startedAtMs = performance.now();
  #silence: NodeJS.Timeout | undefined;
  #patience: NodeJS.Timeout | undefined;
  /** The device has answered, or failed. */
  #isSettled = false;
  #receivedBytes = 0;
  #ended = false;

  /** @param onEnd called once, as soon as somebody else may talk */
  constructor(socket: WebSocket, place: SoundPlace, visit: VoiceVisit, onEnd: () => void) {
    this.place = place;
    this.name = visit.name;
    this.#socket = socket;
    this.#visit = visit;
    this.#onEnd = onEnd;
    this.#flow = new SoundFlow(() => this.#say({ type: 'ready' }));
    this.#limit = setTimeout(
      () => this.end({ kind: 'talk-too-long', reason: 'talk-too-long' }),
      longestTalkMs,
    );
    this.#awaitSound();
    socket.on('message', (message, isBinary) => this.#hear(message as Buffer, isBinary));
    socket.on('close', () => this.end());
    socket.on('error', () => socket.terminate());
    void this.#send();
  }

  /** @param problem why, where it is not the person who ends it */
  end(problem?: Problem): void {
    if (this.#ended) return;
    this.#ended = true;
    clearTimeout(this.#limit);
    clearTimeout(this.#silence);
    this.#flow.finish();
    // Some devices never answer what was played; some do not even take it.
    if (!this.#isSettled) this.#patience = setTimeout(this.#giveUp, answerWithinMs);
    this.#onEnd();
    closeTalk(this.#socket, problem);
  }

  #hear(sound: Buffer, isBinary: boolean): void {
    if (this.#ended) return;
    this.#receivedBytes += sound.length;
    const spokenMs = performance.now() - this.#startedAtMs;
    const mostBytes = burstBytes + (spokenMs * mulawSamplesPerSecond) / 1000;
    const refusal = this.#visit.refusal('control');
    if (refusal !== null) this.end(refusal);
    else if (!isBinary || this.#receivedBytes > mostBytes) this.end(badInput);
    else if (sound.length > 0) {
      this.#awaitSound();
      this.#flow.add(sound);
    }
  }

  readonly #giveUp = () => this.#controller.abort(new DeviceError('timeout', 'answer-timeout'));

  #awaitSound(): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(
      () => this.end({ kind: 'talk-silent', reason: 'talk-silent' }),
      talkSilenceMs,
    );
  }

  async #send(): Promise<void> {
    const { connection, sound } = this.place;
    const { target, contentType } = sound;
    try {
      const flow = { target, contentType, body: this.#flow };
      const { answered } = await connection.sendStream(flow, this.#controller.signal);
      await answered;
      this.#isSettled = true;
      this.#note(null);
      // It has answered while somebody still talked: it takes no more.
      this.end(mediaProblem(new DeviceError('unreachable', 'connection-lost')));
    } catch (error) {
      const fault = deviceFault(error, 'talk');
      this.#isSettled = true;
      this.#note(fault);
      this.end(mediaProblem(fault));
    } finally {
      clearTimeout(this.#patience);
      this.#flow.destroy();
    }
  }

  #note(fault: DeviceError | null): void {
    const seconds = (this.#receivedBytes / mulawSamplesPerSecond).toFixed(1);
    const unanswered = fault?.reason === 'answer-timeout' && this.#flow.readableEnded;
    this.#visit.note('voice.talk', {
      outcome: fault === null || unanswered ? 'done' : 'failed',
      parameters: { seconds },
      ...(fault && { detail: unanswered ? 'no answer' : fault.reason }),
    });
  }

  #say(notice: TalkNotice): void {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(JSON.stringify(notice));
  }
}

/** Ends the socket of a talk, also where its window no longer answers. */
export function closeTalk(socket: WebSocket, problem?: Problem): void {
  if (socket.readyState === socket.CLOSED) return;
  if (problem === undefined) socket.close();
  else socket.close(closeCodes.problem, closeReason(problem));
  const farewell = setTimeout(() => socket.terminate(), farewellMs);
  socket.once('close', () => clearTimeout(farewell));
}
