import { smallHeadPlan } from '../motors/head-plans.ts';
import { MotorHead, type Position } from '../motors/motor-head.ts';

/** What the device behind a channel can do, as `caps` of the document lists it. */
export interface DeviceTraits {
  readonly turns: boolean;
  /** Focus and iris. */
  readonly lens: boolean;
  readonly maxPreset: number;
  readonly relays: readonly string[];
  readonly aux: number;
  readonly inputs: number;
}

export interface RecorderPreset {
  readonly name: string;
  readonly token: string;
  readonly position: Position;
}

interface Relay {
  readonly name: string;
  readonly token: string;
  readonly on: boolean;
}

/** The camera behind a channel: its motors, what it remembers, and what it switches. */
export class ChannelDevice {
  readonly traits: DeviceTraits;
  readonly head: MotorHead;
  #presets: readonly RecorderPreset[];
  #relays: readonly Relay[];
  #aux: readonly boolean[];
  #inputs: readonly boolean[];

  /** @param channel makes the tokens of its relays unique on the recorder */
  constructor(channel: number, traits: DeviceTraits, now: () => number) {
    this.traits = traits;
    this.head = new MotorHead(smallHeadPlan, now);
    const { rest } = smallHeadPlan;
    this.#presets = traits.turns
      ? [
          { name: 'Front door', token: '1', position: { ...rest, pan: -20 } },
          { name: 'Garage', token: '2', position: { ...rest, pan: 25, tilt: -4, zoom: 2500 } },
        ]
      : [];
    this.#relays = traits.relays.map((name, index) => ({
      name,
      token: `7657b9aa-61d6-4b4f-a70a-c91e8657d${channel}0${index}`,
      on: false,
    }));
    this.#aux = Array.from({ length: traits.aux }, () => false);
    this.#inputs = Array.from({ length: traits.inputs }, () => false);
  }

  get presets(): readonly RecorderPreset[] {
    return this.#presets;
  }

  get relays(): readonly Relay[] {
    return this.#relays;
  }

  /** By their zero-based numbers. */
  get aux(): readonly boolean[] {
    return this.#aux;
  }

  get inputs(): readonly boolean[] {
    return this.#inputs;
  }

  /** A token that no preset has yet. */
  get freeToken(): string {
    const taken = new Set(this.#presets.map(({ token }) => token));
    const numbers = Array.from({ length: this.traits.maxPreset + 1 }, (_, i) => String(i + 1));
    return numbers.find((token) => !taken.has(token)) ?? '';
  }

  preset(token: string): RecorderPreset | null {
    return this.#presets.find((preset) => preset.token === token) ?? null;
  }

  /** Where it looks now; false where there are as many as it holds. */
  savePreset(token: string, name: string): boolean {
    const saved = { token, name, position: this.head.position };
    if (this.preset(token) !== null)
      this.#presets = this.#presets.map((one) => (one.token === token ? saved : one));
    else if (this.#presets.length < this.traits.maxPreset)
      this.#presets = [...this.#presets, saved];
    else return false;
    return true;
  }

  removePreset(token: string): void {
    this.#presets = this.#presets.filter((preset) => preset.token !== token);
  }

  switchRelays(tokens: readonly string[], on: boolean): void {
    this.#relays = this.#relays.map((relay) =>
      tokens.includes(relay.token) ? { ...relay, on } : relay,
    );
  }

  switchAux(numbers: readonly number[], on: boolean): void {
    this.#aux = this.#aux.map((was, number) => (numbers.includes(number) ? on : was));
  }

  setInput(index: number, on: boolean): void {
    this.#inputs = this.#inputs.map((was, one) => (one === index ? on : was));
  }
}
