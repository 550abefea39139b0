import { readdirSync, readFileSync } from 'node:fs';

/** Stands in the arguments of every ffmpeg that repackages for the product, and in no other. */
const mark = 'pipe,tcp,udp,rtp,rtsp';

export interface RunningFfmpeg {
  readonly pid: number;
  readonly commandLine: string;
}

/** The programs that repackage RTSP on this machine at this moment, as every user of it sees them. */
export function repackagingProcesses(): RunningFfmpeg[] {
  return readdirSync('/proc').flatMap((name) => {
    const pid = Number(name);
    if (!Number.isInteger(pid)) return [];
    const commandLine = readCommandLine(pid);
    return commandLine.includes(mark) ? [{ pid, commandLine }] : [];
  });
}

function readCommandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    // It ended between the listing and the read.
    return '';
  }
}
