import { useQuery } from '@tanstack/react-query';
import { exportsQuery, isOpenExport } from '../device-access/exports.ts';

interface RunningExports {
  readonly count: number;
  /** Whole, of all that is open together; what waits has done nothing yet. */
  readonly percent: number;
}

/**
 * How far the exports are that are not over; null while there is none.
 * @param may whether the person may export: nobody else is told
 */
export function useRunningExports(may: boolean): RunningExports | null {
  const { data, error } = useQuery({ ...exportsQuery(), enabled: may });
  // What cannot be read any more is not shown as if it ran still.
  const open = error === null ? (data?.exports ?? []).filter(isOpenExport) : [];
  if (open.length === 0) return null;
  const share = open.reduce((sum, { progress }) => sum + (progress ?? 0), 0) / open.length;
  return { count: open.length, percent: Math.floor(share * 100) };
}
