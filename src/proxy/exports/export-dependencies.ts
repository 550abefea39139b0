import type { Audit } from '../access/audit.ts';
import type { CameraDirectory } from '../registry/camera-directory.ts';
import type { ExportStore } from '../store/export-store.ts';
import type { RunDependencies } from './run-export.ts';
import type { SigningKey } from './signing-key.ts';

export interface ExportDependencies extends Omit<RunDependencies, 'directory' | 'copyPauseMs'> {
  readonly directory: Pick<CameraDirectory, 'camera' | 'standing'>;
  readonly store: ExportStore;
  readonly audit: Pick<Audit, 'write'>;
  /** Below it each export has a folder of its own. */
  readonly folder: string;
  readonly key: SigningKey;
  readonly version: string;
  readonly keepDays: number;
  readonly now: () => number;
  readonly onFault: (fault: unknown) => void;
  /** What windows show of exports should be read again. */
  readonly onChange: () => void;
  readonly copyPauseMs?: number;
  /** Of the disk, for exports; of the system where absent. */
  readonly freeBytes?: () => Promise<number | null>;
}
