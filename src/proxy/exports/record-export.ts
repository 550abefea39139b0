import { type Audit, signatureOf } from '../access/audit.ts';
import type { Caller } from '../access/caller.ts';
import { bySystem } from '../control/control-record.ts';
import type { ExportJob } from './export-job.ts';

export type ExportAct = 'order' | 'cancel' | 'retry' | 'end' | 'download' | 'remove' | 'expire';

const mostText = 500;

/** @param by null for what the proxy does by itself */
export async function recordExport(
  audit: Pick<Audit, 'write'>,
  by: { readonly caller: Caller; readonly address: string } | null,
  act: ExportAct,
  job: ExportJob,
): Promise<void> {
  const failed = act === 'end' && job.state !== 'done';
  await audit.write({
    ...(by === null ? bySystem : signatureOf(by.caller, by.address)),
    operation: `export.${act}`,
    parameters: {
      export: job.id,
      name: job.name,
      cameras: job.cameras
        .map(({ name }) => name)
        .join(', ')
        .slice(0, mostText),
      from: new Date(job.fromMs).toISOString(),
      to: new Date(job.toMs).toISOString(),
      recipient: job.recipient,
      purpose: job.purpose.slice(0, mostText),
    },
    outcome: failed ? 'failed' : 'done',
    detail: failed ? job.state : '',
    revealed: false,
  });
}
