import { createStore } from 'zustand/vanilla';
import { AlarmBell, type LoudPriority } from './alarm-bell.ts';
import { AlarmSpeaker } from './alarm-speaker.ts';
import { hasLeader, seekLeadership } from './leadership.ts';
import { followSilence, silenced } from './silence.ts';

const soundLockName = 'watchfloor.alarm-sound';
const gestures = ['pointerdown', 'keydown'] as const;

/** An alarm that sounds while nobody has acknowledged it. */
export interface LoudAlarm {
  readonly id: string;
  readonly priority: LoudPriority;
}

/** What the desk shows of the sound. */
export const deskSound = createStore<{
  /** Something should sound, and the browser wants a click first. */
  readonly blocked: boolean;
  /** Those that sound now: neither acknowledged nor silenced. */
  readonly sounding: number;
}>(() => ({ blocked: false, sounding: 0 }));

/** The sound of this window. Of all windows of a browser one sounds, that somebody has used. */
export class DeskSound {
  readonly #speaker = new AlarmSpeaker();
  readonly #bell = new AlarmBell((priority) => this.#speaker.ring(priority));
  readonly #stops: (() => void)[] = [];
  #leads = false;
  #isUsed = false;
  #loud: readonly LoudAlarm[] = [];
  #isFlood = false;

  start(): void {
    this.#stops.push(
      followSilence(),
      silenced.subscribe(() => this.#follow(false)),
      this.#speaker.state.subscribe(() => this.#show()),
      onceUsed(() => {
        this.#isUsed = true;
        this.#stops.push(
          seekLeadership(soundLockName, (leads) => {
            this.#leads = leads;
            this.#follow(false);
          }),
        );
      }),
    );
  }

  see(loud: readonly LoudAlarm[], hasNew: boolean, isFlood: boolean): void {
    this.#loud = loud;
    this.#isFlood = isFlood;
    this.#follow(hasNew);
  }

  end(): void {
    for (const stop of this.#stops.splice(0)) stop();
    this.#bell.end();
    this.#speaker.release();
    deskSound.setState({ blocked: false, sounding: 0 });
  }

  #follow(hasNew: boolean): void {
    const loudest = this.#sounding()[0]?.priority ?? null;
    this.#bell.follow({ loudest: this.#leads ? loudest : null, hasNew, isFlood: this.#isFlood });
    if (loudest === null || !this.#leads) this.#speaker.release();
    this.#show();
    // Another window may sound in its place.
    if (loudest !== null && !this.#isUsed) void this.#askForClick();
  }

  #sounding(): readonly LoudAlarm[] {
    const { ids } = silenced.getState();
    return this.#loud
      .filter(({ id }) => !ids.has(id))
      .sort((one, other) => one.priority - other.priority);
  }

  #show(): void {
    const sounding = this.#sounding().length;
    const waits = deskSound.getState().blocked && !this.#isUsed && sounding > 0;
    deskSound.setState({ sounding, blocked: waits || this.#speaker.state.getState().blocked });
  }

  async #askForClick(): Promise<void> {
    const isElsewhere = await hasLeader(soundLockName);
    if (!this.#isUsed) {
      deskSound.setState({ blocked: !isElsewhere && this.#sounding().length > 0 });
    }
  }
}

/** Browsers let a page sound once somebody has used it. @returns a function that ends the waiting */
function onceUsed(then: () => void): () => void {
  if (navigator.userActivation?.hasBeenActive) {
    then();
    return () => undefined;
  }
  const stop = () => {
    for (const gesture of gestures) window.removeEventListener(gesture, used, true);
  };
  const used = () => {
    stop();
    then();
  };
  for (const gesture of gestures) window.addEventListener(gesture, used, true);
  return stop;
}

/** Plays the sound of a priority, for somebody who wants to know it. */
export function testSound(priority: LoudPriority): void {
  const speaker = new AlarmSpeaker();
  speaker.ring(priority);
  setTimeout(() => speaker.release(), testMs);
}

/** Longer than any of the sounds. */
const testMs = 2500;
