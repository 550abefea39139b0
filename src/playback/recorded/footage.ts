import type { RecordedFileView } from '../../api/recordings.ts';
import { routes } from '../../api/routes.ts';
import { proxyNowMs } from '../../device-access/proxy-now.ts';
import { findRecordedFile, problemOfFile } from '../../device-access/recording-queries.ts';
import type { FindFile } from './footage-map.ts';
import type { ScreenTask } from './recorded-screen.ts';

/** The road to the proxy; tests walk another. */
export interface Footage {
  readonly find: FindFile;
  readonly addressOf: (file: RecordedFileView) => string;
  /** From where no more comes than a single picture takes. */
  readonly addressOfStill: (file: RecordedFileView) => string;
  readonly problemOf: ScreenTask['problemOf'];
  readonly now: () => number;
}

export function footageOf(cameraId: string): Footage {
  return {
    find: (atMs, signal, otherwise) => findRecordedFile(cameraId, atMs, signal, otherwise),
    addressOf: ({ fileId }) => routes.recordedBytes(cameraId, fileId),
    addressOfStill: ({ fileId }) => `${routes.recordedBytes(cameraId, fileId)}?pieces=small`,
    problemOf: problemOfFile,
    now: proxyNowMs,
  };
}
