import { createStore } from 'zustand/vanilla';
import { holdContext } from '../../../playback/audio/sound-context.ts';

/** One at most in this time, however many panes and events there are. */
export const restMs = 2000;
const lengthSeconds = 0.12;
/** Lower and quieter than anything that an alarm may sound like. */
const pitchHertz = 440;
const loudness = 0.08;

export const toneState = createStore<{
  /** The browser waits for somebody to touch the page. */
  readonly blocked: boolean;
}>(() => ({ blocked: false }));

/** The tones of a window, while any pane has them switched on. */
export class TonePlayer {
  private readonly held = holdContext();
  private lastMs = Number.NEGATIVE_INFINITY;
  private readonly tell = () => {
    toneState.setState({ blocked: this.held.context.state === 'suspended' });
  };

  constructor() {
    this.held.context.addEventListener('statechange', this.tell);
    this.tell();
    // Where the person has used the page before, it goes on by itself.
    void this.held.context.resume();
  }

  /** What comes while the browser holds sound back is not caught up with. */
  play(nowMs: number): void {
    const { context } = this.held;
    if (context.state !== 'running' || nowMs - this.lastMs < restMs) return;
    this.lastMs = nowMs;
    const tone = new OscillatorNode(context, { frequency: pitchHertz });
    const volume = new GainNode(context, { gain: 0 });
    const from = context.currentTime;
    // Without a ramp its beginning and end would click.
    volume.gain.setValueAtTime(0, from);
    volume.gain.linearRampToValueAtTime(loudness, from + 0.01);
    volume.gain.linearRampToValueAtTime(0, from + lengthSeconds);
    tone.connect(volume).connect(context.destination);
    tone.onended = () => volume.disconnect();
    tone.start(from);
    tone.stop(from + lengthSeconds);
  }

  /** To be called from a click or a key, which is what the browser waits for. */
  allow(): void {
    void this.held.context.resume();
  }

  end(): void {
    this.held.context.removeEventListener('statechange', this.tell);
    this.held.release();
    toneState.setState({ blocked: false });
  }
}
