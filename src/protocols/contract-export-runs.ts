import type { ExportOperations } from './export-operations.ts';
import type { DeviceLink, Operations } from './protocol.ts';

type Run = (operations: Operations, link: DeviceLink, channel: string) => Promise<unknown>;

const order = {
  range: { fromMs: Date.UTC(2018, 6, 27, 14), toMs: Date.UTC(2018, 6, 27, 14, 30) },
  subtitles: 'vtt',
  submitter: 'Control room',
  recipient: 'Police',
  purpose: 'Theft',
} as const;
const zone = { name: 'America/Chicago', offsetMinutes: -300 };

/** How each operation on exports is called by the contract. */
export const exportRuns: Readonly<Record<keyof ExportOperations, Run>> = {
  openExport: async (does, link, channel) => {
    const talk = await does.openExport?.(link, { ...order, channels: [channel] }, zone);
    const { endpoint, query = {} } = talk?.call ?? {};
    return talk && { asked: endpoint?.query.parse(query), cancel: talk.say('cancel') };
  },
};
