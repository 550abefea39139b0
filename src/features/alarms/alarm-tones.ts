import type { LoudPriority } from './alarm-bell.ts';

interface Tone {
  readonly hertz: number;
  readonly atSeconds: number;
  readonly seconds: number;
}

interface Chime {
  readonly wave: OscillatorType;
  /** 0 for silence to 1. */
  readonly loudness: number;
  readonly tones: readonly Tone[];
}

const pair = (atSeconds: number): readonly Tone[] => [
  { hertz: 988, atSeconds, seconds: 0.16 },
  { hertz: 740, atSeconds: atSeconds + 0.18, seconds: 0.16 },
];

/** Told apart by pitch, number and rhythm, so that nobody has to look which it is. */
const chimes: Readonly<Record<LoudPriority, Chime>> = {
  1: { wave: 'square', loudness: 0.25, tones: [...pair(0), ...pair(0.42), ...pair(0.84)] },
  2: {
    wave: 'triangle',
    loudness: 0.4,
    tones: [
      { hertz: 523, atSeconds: 0, seconds: 0.3 },
      { hertz: 523, atSeconds: 0.45, seconds: 0.3 },
    ],
  },
};

/** Without it a tone begins and ends with a click. */
const rampSeconds = 0.015;

export function chime(context: AudioContext, priority: LoudPriority): void {
  const { wave, loudness, tones } = chimes[priority];
  for (const { hertz, atSeconds, seconds } of tones) {
    const start = context.currentTime + atSeconds;
    const end = start + seconds;
    const oscillator = new OscillatorNode(context, { type: wave, frequency: hertz });
    const gain = new GainNode(context, { gain: 0 });
    gain.gain.setValueAtTime(0, start);
    gain.gain.linearRampToValueAtTime(loudness, start + rampSeconds);
    gain.gain.setValueAtTime(loudness, end - rampSeconds);
    gain.gain.linearRampToValueAtTime(0, end);
    oscillator.connect(gain).connect(context.destination);
    oscillator.onended = () => gain.disconnect();
    oscillator.start(start);
    oscillator.stop(end);
  }
}
