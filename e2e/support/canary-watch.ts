import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProductWatcher, SeededDevice } from '../../scripts/run-product.ts';
import { derivedPassword } from '../../src/simulated-devices/http/site-password.ts';
import { ByteScanner, type Pattern } from './byte-scanner.ts';
import { encodingsOf } from './canaries.ts';
import { startScanningRelay } from './scanning-relay.ts';

/** Where something was seen. */
export type Place =
  | 'reply'
  | 'page of a device'
  | 'document'
  | 'storage'
  | 'console'
  | 'download'
  | 'log'
  | 'file';

/** Passwords that lie in the settings of the devices, beside those that open them. */
const innerPasswords = ['made-up-mail', 'lens-21', 'lens-22', 'turn-it', 'look-only', 'gate-4417'];

/** Looks for the credentials of all simulated devices in everything that leaves the product. */
export class CanaryWatch implements ProductWatcher {
  readonly bytesByPlace = new Map<Place, number>();
  /** Place, device and encoding of each sighting; never the credential. */
  readonly sightings: string[] = [];
  /** Set while a test asks for secrets on purpose. */
  revealing = false;
  readonly siteEnvironment: NodeJS.ProcessEnv;
  readonly #patterns = new Map<string, Pattern>();
  #scanner = new ByteScanner([]);
  #logState = 0;
  readonly #relays = new Set<string>();

  constructor(seed = randomBytes(16).toString('hex')) {
    this.siteEnvironment = { WATCHFLOOR_SITE_SEED: seed };
    this.#add(
      innerPasswords.map((plain) => ({
        name: `a password in the settings (${plain})`,
        username: 'admin',
        password: derivedPassword(seed, plain),
      })),
    );
  }

  readonly siteStarted = (devices: readonly SeededDevice[]): void => this.#add(devices);

  readonly before = async (proxyOrigin: string) => {
    const relay = await startScanningRelay(proxyOrigin, (bytes, state) =>
      this.see('reply', bytes, state),
    );
    this.#relays.add(relay.origin);
    return relay;
  };

  /** How many products were watched. */
  get products(): number {
    return this.#relays.size;
  }

  /** Whether replies of an origin are looked at on their way. */
  passes(address: string): boolean {
    return this.#relays.has(new URL(address).origin);
  }

  readonly heard = (log: Buffer): void => {
    // A log has no revealing: what was shown on purpose is not written down all the same.
    this.#logState = this.#look('log', log, this.#logState);
  };

  readonly left = (folder: string): void => {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) this.#look('file', readFileSync(join(entry.parentPath, entry.name)), 0);
    }
  };

  /** @returns the state in which the next part of the same text goes on */
  see(place: Place, bytes: Uint8Array | string, state = 0): number {
    return this.#look(place, typeof bytes === 'string' ? Buffer.from(bytes) : bytes, state);
  }

  #look(place: Place, bytes: Uint8Array, state: number): number {
    this.bytesByPlace.set(place, (this.bytesByPlace.get(place) ?? 0) + bytes.length);
    const shown = this.revealing && place !== 'log' && place !== 'file';
    return this.#scanner.scan(
      bytes,
      (name) => {
        const sighting = `${place}: ${name}`;
        if (!shown && !this.sightings.includes(sighting)) this.sightings.push(sighting);
      },
      state,
    );
  }

  #add(devices: readonly Pick<SeededDevice, 'name' | 'username' | 'password'>[]): void {
    for (const { name, username = '', password = '' } of devices) {
      // What anybody could guess would be found everywhere.
      if (password.length < 12) continue;
      for (const pattern of encodingsOf({ device: name, username, password })) {
        this.#patterns.set(pattern.text, pattern);
      }
    }
    this.#scanner = new ByteScanner([...this.#patterns.values()]);
    this.#logState = 0;
  }
}

/** Of this process: every site and product that its tests start. */
export const canaryWatch = new CanaryWatch();
