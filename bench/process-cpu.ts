import { readdirSync, readFileSync } from 'node:fs';

const ticksPerSecond = 100;

interface ProcessFacts {
  readonly parent: number;
  readonly cpuSeconds: number;
  readonly residentBytes: number;
}

function readProcess(pid: number): ProcessFacts | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold spaces; the fields behind it do not.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return {
      parent: Number(fields[1]),
      cpuSeconds: (Number(fields[11]) + Number(fields[12])) / ticksPerSecond,
      residentBytes: Number(fields[21]) * 4096,
    };
  } catch {
    // It ended between the listing and the read.
    return null;
  }
}

function descendants(root: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    if (!Number.isInteger(pid)) continue;
    const facts = readProcess(pid);
    if (facts) parents.set(pid, facts.parent);
  }
  const found = [root];
  for (const pid of found) {
    for (const [child, parent] of parents) if (parent === pid) found.push(child);
  }
  return found;
}

/** Processor seconds that a process and all its living descendants have used. */
export function treeCpuSeconds(root: number): number {
  return descendants(root).reduce((sum, pid) => sum + (readProcess(pid)?.cpuSeconds ?? 0), 0);
}

/** Resident memory of one process, bytes. */
export function residentBytes(pid: number): number {
  return readProcess(pid)?.residentBytes ?? 0;
}

/** Cores that a process tree keeps busy during a while, 1.0 being one whole core. */
export async function coresBusy(root: number, durationMs: number): Promise<number> {
  const before = treeCpuSeconds(root);
  const startedAt = performance.now();
  await new Promise((resolve) => setTimeout(resolve, durationMs));
  return (treeCpuSeconds(root) - before) / ((performance.now() - startedAt) / 1000);
}
