import type { NamedPassword } from '../http/credentials.ts';
import type { Lens } from '../scenery/stage.ts';
import { Accounts } from './accounts.ts';
import { readBackup, writeBackup } from './backup-file.ts';
import { Contacts } from './contacts.ts';
import { DeviceClock } from './device-clock.ts';
import { initialParameters, serialNumber, type UnitFacts } from './initial-parameters.ts';
import { LocalStorage } from './local-storage.ts';
import { ParameterTree, writePairs } from './parameter-tree.ts';
import { PtzUnit } from './ptz-unit.ts';
import { SystemLog } from './system-log.ts';

/** What `factorydefault.cgi` leaves as it is (5.1.6). */
const keptByFactoryDefault =
  /^Network\.(BootProto|IPAddress|SubnetMask|Broadcast|DefaultRouter)$|^Network\.eth0\.|^Network\.\w+\.Port$/;
const firstSnapshotPath = 'C:\\capture';

export interface CameraUnitOptions {
  /** Asked anew for every default: the ports are known once the servers listen. */
  readonly facts: () => UnitFacts;
  readonly administrator: NamedPassword;
  readonly viewers: readonly NamedPassword[];
  readonly now: () => number;
  /** How it looks at its scene at rest. */
  readonly lens: Lens;
  /** What its card holds of an instant. */
  readonly record: (epochMs: number) => Buffer;
}

/** Everything that a unit remembers, apart from how it is asked. */
export class CameraUnit {
  readonly tree: ParameterTree;
  readonly accounts: Accounts;
  readonly clock: DeviceClock;
  readonly storage: LocalStorage;
  readonly log: SystemLog;
  readonly contacts: Contacts;
  /** Null for a unit without motors. */
  readonly ptz: PtzUnit | null;
  /** Names and sizes of what was uploaded and never run. */
  readonly uploads: string[] = [];
  readonly #facts: () => UnitFacts;
  snapshotPath = firstSnapshotPath;

  constructor({ facts, administrator, viewers, now, lens, record }: CameraUnitOptions) {
    this.#facts = facts;
    this.tree = new ParameterTree(initialParameters(facts()));
    this.accounts = new Accounts(administrator, viewers);
    this.clock = new DeviceClock(this.tree, now);
    this.storage = new LocalStorage(now(), record);
    this.log = new SystemLog(() => this.clock.text);
    this.contacts = new Contacts(this.tree, now);
    const { motors } = facts().model;
    this.ptz = motors === null ? null : new PtzUnit({ tree: this.tree, motors, lens, now });
    this.log.add('camera started');
  }

  get facts(): UnitFacts {
    return this.#facts();
  }

  /** Tells the ports that the servers have. */
  notePorts(): void {
    const { httpPort, rtspPort, mjpegPort } = this.facts;
    this.tree.set('Network.HTTP.Port', String(httpPort));
    this.tree.set('Network.RTSP.Port', String(rtspPort));
    this.tree.set('Network.MJPEG.Port', String(mjpegPort));
  }

  reset(kind: 'factory' | 'hard-factory'): void {
    this.tree.replace(
      initialParameters(this.facts),
      (name) => kind === 'factory' && keptByFactoryDefault.test(name) && this.tree.has(name),
    );
    this.snapshotPath = firstSnapshotPath;
    this.ptz?.listPresets();
    this.log.add(`${kind} default`);
  }

  backup(): Buffer {
    return writeBackup(serialNumber(this.facts.number), writePairs(this.tree.under('')));
  }

  /** False for a file that is no backup of this unit. */
  restore(file: Buffer): boolean {
    const values = readBackup(serialNumber(this.facts.number), file);
    if (values === null) return false;
    this.tree.replace(values, () => false);
    this.notePorts();
    this.ptz?.listPresets();
    this.log.add('configuration restored');
    return true;
  }

  /** Kept in the log alone: no file is ever run. */
  accept(kind: string, name: string, bytes: number): void {
    this.uploads.push(`${kind} ${name} ${bytes}`);
    this.log.add(`${kind} ${name} received, ${bytes} octets`);
  }
}
