/** What a script sees that makes sound (Web Audio API, AudioWorkletGlobalScope); no library has it. */
declare abstract class AudioWorkletProcessor {
  readonly port: MessagePort;
  abstract process(inputs: Float32Array[][], outputs: Float32Array[][]): boolean;
}

declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void;

/** Of the context, samples a second. */
declare const sampleRate: number;
