import { parseArgs } from 'node:util';
import type { SiteOptions } from './site.ts';

export interface CommandLine {
  readonly site: SiteOptions;
  readonly announce: boolean;
  /** Ends when standard input does: started by another program. */
  readonly withParent: boolean;
}

const firstCameraPort = 7021;
const cameras = 4;
const firstExtraPort = 7031;
const defaultSeed = 1;

function port(text: string | undefined, otherwise: number): number {
  const value = Number(text ?? otherwise);
  return Number.isInteger(value) && value >= 0 && value <= 65_535 ? value : otherwise;
}

function aheadMs(lateText: string | undefined): number | undefined {
  const late = Number(lateText ?? 0);
  return Number.isInteger(late) && late !== 0 ? -late : undefined;
}

/**
 * Options, each also read from the environment:
 * `--recorder-port` (WATCHFLOOR_RECORDER_PORT, 7010), `--recorder-zone` (WATCHFLOOR_RECORDER_ZONE, New York),
 * `--recorder-late-ms` (WATCHFLOOR_RECORDER_LATE_MS, 0; by how much its clock is),
 * `--camera-port` (WATCHFLOOR_CAMERA_PORT, 7021, the first
 * of four; 0 takes any), `--whole-site` (WATCHFLOOR_WHOLE_SITE=1), `--first-extra-port`
 * (WATCHFLOOR_FIRST_EXTRA_PORT, 7031 and upward for what the whole site has more; 0 takes any),
 * `--control-port` (WATCHFLOOR_CONTROL_PORT, off), `--flaky` (WATCHFLOOR_FLAKY=1),
 * `--lively` (WATCHFLOOR_LIVELY=1), `--seed`,
 * `--announce`, `--with-parent`.
 */
export function readCommandLine(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): CommandLine {
  const { values } = parseArgs({
    args: [...args],
    options: {
      'recorder-port': { type: 'string' },
      'recorder-zone': { type: 'string' },
      'recorder-late-ms': { type: 'string' },
      'camera-port': { type: 'string' },
      'whole-site': { type: 'boolean' },
      'first-extra-port': { type: 'string' },
      'control-port': { type: 'string' },
      seed: { type: 'string' },
      flaky: { type: 'boolean' },
      lively: { type: 'boolean' },
      announce: { type: 'boolean' },
      'with-parent': { type: 'boolean' },
    },
  });
  const first = port(values['camera-port'] ?? environment.WATCHFLOOR_CAMERA_PORT, firstCameraPort);
  const control = values['control-port'] ?? environment.WATCHFLOOR_CONTROL_PORT;
  const flaky = values.flaky === true || environment.WATCHFLOOR_FLAKY === '1';
  const lively = values.lively === true || environment.WATCHFLOOR_LIVELY === '1';
  const seed = Number(values.seed ?? defaultSeed);
  return {
    announce: values.announce === true,
    withParent: values['with-parent'] === true,
    site: {
      recorderPort: port(values['recorder-port'] ?? environment.WATCHFLOOR_RECORDER_PORT, 7010),
      recorderZone: values['recorder-zone'] ?? environment.WATCHFLOOR_RECORDER_ZONE,
      recorderAheadMs: aheadMs(
        values['recorder-late-ms'] ?? environment.WATCHFLOOR_RECORDER_LATE_MS,
      ),
      cameraPorts: Array.from({ length: cameras }, (_, i) => (first === 0 ? 0 : first + i)),
      wholeSite: values['whole-site'] === true || environment.WATCHFLOOR_WHOLE_SITE === '1',
      firstExtraPort: port(
        values['first-extra-port'] ?? environment.WATCHFLOOR_FIRST_EXTRA_PORT,
        firstExtraPort,
      ),
      controlPort: control === undefined ? undefined : port(control, 0),
      flakySeed: flaky ? seed : undefined,
      livelySeed: lively ? seed : undefined,
    },
  };
}
