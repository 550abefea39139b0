const samplesPerSecond = 8000;
const coarseSamples = 800;
const coarseStepHertz = 5;
const lowestHertz = 50;
const highestHertz = 3900;
/** Of 16-bit samples; below it there is nothing but noise. */
const silence = 100;

/** How strong one frequency is among the samples (Goertzel). */
function strength(samples: readonly number[], hertz: number): number {
  const factor = 2 * Math.cos((2 * Math.PI * hertz) / samplesPerSecond);
  let last = 0;
  let before = 0;
  for (const sample of samples) {
    const next = sample + factor * last - before;
    before = last;
    last = next;
  }
  return last * last + before * before - factor * last * before;
}

function strongest(samples: readonly number[], from: number, to: number, step: number): number {
  let best = from;
  let most = -1;
  for (let hertz = from; hertz <= to; hertz += step) {
    const here = strength(samples, hertz);
    if (here > most) [best, most] = [hertz, here];
  }
  return best;
}

/** The loudest frequency among 8000 samples a second, in whole hertz; null for silence. */
export function loudestHertz(samples: readonly number[]): number | null {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0);
  if (samples.length < coarseSamples || Math.sqrt(power / samples.length) < silence) return null;
  const tail = samples.slice(-coarseSamples);
  const near = strongest(tail, lowestHertz, highestHertz, coarseStepHertz);
  return strongest(samples, near - 2 * coarseStepHertz, near + 2 * coarseStepHertz, 1);
}
