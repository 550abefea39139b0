import { readdirSync, readFileSync } from 'node:fs';

/** Stands in the arguments of every ffmpeg that repackages for the product, and in no other. */
const mark = 'pipe,tcp,udp,rtp,rtsp';

export interface RunningFfmpeg {
  readonly pid: number;
  readonly commandLine: string;
}

/**
 * The programs that repackage RTSP for one proxy at this moment, as every user of the machine sees
 * them: another run of the tests may have its own.
 */
export function repackagingProcesses(proxyPid: number): RunningFfmpeg[] {
  return readdirSync('/proc').flatMap((name) => {
    const pid = Number(name);
    if (!Number.isInteger(pid)) return [];
    const commandLine = commandLineOf(pid);
    return commandLine.includes(mark) && parentOf(pid) === proxyPid ? [{ pid, commandLine }] : [];
  });
}

/** Which of these programs still run, whoever their parent is by now. */
export function stillRunning(programs: readonly RunningFfmpeg[]): RunningFfmpeg[] {
  return programs.filter(({ pid, commandLine }) => commandLineOf(pid) === commandLine);
}

function commandLineOf(pid: number): string {
  return readFacts(pid, 'cmdline').replaceAll('\0', ' ');
}

function parentOf(pid: number): number {
  return Number(/^PPid:\s*(\d+)$/m.exec(readFacts(pid, 'status'))?.[1]);
}

function readFacts(pid: number, file: 'cmdline' | 'status'): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    // It ended between the listing and the read.
    return '';
  }
}
