import type { Page } from '@playwright/test';

/** What a page's own script leaves for a test to look at. */
interface Probed extends Window {
  speaker?: AnalyserNode;
  voice?: GainNode;
  /** Microphones that were opened, and how many of them are open still. */
  microphones?: MediaStreamTrack[];
}

/** Puts an ear beside the loudspeaker: whatever leads to it is heard. To be called before a page loads. */
export async function listenAtSpeaker(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const probed = window as Probed;
    const connect = AudioNode.prototype.connect as (this: AudioNode, to: AudioNode) => AudioNode;
    function connectAndHear(this: AudioNode, to: AudioNode): AudioNode {
      if (to instanceof AudioDestinationNode) {
        if (probed.speaker?.context !== to.context) {
          const quick = { fftSize: 2048, smoothingTimeConstant: 0 };
          probed.speaker = new AnalyserNode(to.context, quick);
        }
        connect.call(this, probed.speaker);
      }
      return connect.call(this, to);
    }
    AudioNode.prototype.connect = connectAndHear as typeof AudioNode.prototype.connect;
  });
}

/** Gives a page microphones in which a person of one tone is silent until `speak`. */
export async function giveMicrophone(page: Page, hertz: number): Promise<void> {
  await page.addInitScript((frequency) => {
    const probed = window as Probed;
    probed.microphones = [];
    // One for all presses, as warm as the microphone of a computer is.
    const context = new AudioContext();
    const tone = new OscillatorNode(context, { frequency });
    const voice = new GainNode(context, { gain: 0 });
    tone.connect(voice);
    tone.start();
    probed.voice = voice;
    window.addEventListener('pointerdown', () => void context.resume());
    navigator.mediaDevices.getUserMedia = async () => {
      await context.resume();
      const mouth = new MediaStreamAudioDestinationNode(context);
      voice.connect(mouth);
      probed.microphones?.push(...mouth.stream.getTracks());
      return mouth.stream;
    };
  }, hertz);
}

/** Begins to speak, or falls silent. @returns when, epoch ms */
export function speak(page: Page, on: boolean): Promise<number> {
  return page.evaluate(
    (gain) => {
      const { voice } = window as Probed;
      if (voice !== undefined) voice.gain.value = gain;
      return Date.now();
    },
    on ? 0.5 : 0,
  );
}

export function openMicrophones(page: Page): Promise<{ opened: number; open: number }> {
  return page.evaluate(() => {
    const all = (window as Probed).microphones ?? [];
    return {
      opened: all.length,
      open: all.filter(({ readyState }) => readyState === 'live').length,
    };
  });
}

/**
 * Waits until a tone is at the loudspeaker, or until there is silence.
 * @param hertz 0 for silence
 * @returns when, epoch ms, and what was heard
 */
export function heardAtSpeaker(
  page: Page,
  hertz: number,
): Promise<{ readonly atMs: number; readonly hertz: number }> {
  return page.evaluate(async (wanted) => {
    const softestDecibels = -60;
    const heard = (): number => {
      const { speaker } = window as Probed;
      if (speaker === undefined || speaker.context.state === 'closed') return 0;
      const bins = new Float32Array(speaker.frequencyBinCount);
      speaker.getFloatFrequencyData(bins);
      const loudest = bins.reduce((best, value, at) => (value > (bins[best] ?? 0) ? at : best), 1);
      const [left = 0, middle = 0, right = 0] = bins.subarray(loudest - 1, loudest + 2);
      if (!(middle > softestDecibels)) return 0;
      // The peak of a parabola through three bins is more exact than the bin.
      const shift = (left - right) / (2 * (left - 2 * middle + right));
      return ((loudest + shift) * speaker.context.sampleRate) / speaker.fftSize;
    };
    for (;;) {
      const found = heard();
      if (Math.abs(found - wanted) <= wanted * 0.02) return { atMs: Date.now(), hertz: found };
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }, hertz);
}
