import { type DestinationStream, type LevelWithSilent, type Logger, pino } from 'pino';

export type { Logger };

export interface LogOptions {
  readonly level: LevelWithSilent;
  /** Standard error where absent. */
  readonly stream?: DestinationStream | undefined;
}

/** Names of operations, never addresses: an address may hold what must not be written down. */
export function makeLog({ level, stream }: LogOptions): Logger {
  const options = {
    level,
    base: null,
    timestamp: () => `,"at":"${new Date().toISOString()}"`,
    redact: ['password', '*.password', 'credentials', '*.credentials', 'authorization', 'cookie'],
    serializers: { fault: faultFacts },
  };
  return stream ? pino(options, stream) : pino(options, pino.destination({ dest: 2, sync: true }));
}

/** Where an unforeseen fault came from; its message may repeat what was being read. */
function faultFacts(fault: unknown): object {
  if (!(fault instanceof Error)) return { name: typeof fault };
  const code = 'code' in fault ? String(fault.code) : undefined;
  const frames = (fault.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { name: fault.name, code, at: frames.slice(0, 6).map((line) => line.trim()) };
}
