import { DeviceError } from '../../domain/device-error.ts';
import type { TourPlan, TourStop } from '../../domain/tour.ts';
import type { Parameters } from '../parsing/parameters.ts';
import type { DeviceLink, QueryValue } from '../protocol.ts';
import { readCreated } from './acknowledgement.ts';
import { command, illegal } from './calls.ts';
import {
  addSequenceLine,
  addSequencePoint,
  removeParameters,
  updateParameters,
  updateSequencePoint,
} from './endpoints-parameters.ts';
import { numberOf, operationOf, readGroups, textOf } from './parameter-groups.ts';
import { documentedPresets } from './ptz-replies.ts';

/** Sequence `n` is line `Gn`: "GuardTour.G1" is the first that the document shows (5.3.1.2). */
export const sequenceLines = 8;
const lineOf = (number: number) => `GuardTour.G${number}`;

/** The table of the document prints WaitTiime, its example WaitTime. */
const waitNames = ['WaitTime', 'WaitTiime'] as const;

interface Point extends TourStop {
  /** e.g. `GuardTour.G1.Tour.T2` */
  readonly group: string;
  readonly waitName: (typeof waitNames)[number];
}

type SequencePlan = Extract<TourPlan, { kind: 'sequence' }>;

export const readLine = (link: DeviceLink, number: number): Promise<Parameters> =>
  readGroups(link, ['Properties', lineOf(number)]);

/** What the document gives for values that are not listed: preset 1, speed 10, one second. */
function pointsOf(parameters: Parameters, number: number): readonly Point[] {
  const pattern = new RegExp(`^${lineOf(number)}\\.Tour\\.T(\\d{1,3})\\.`);
  const found = Array.from(parameters.keys(), (name) => pattern.exec(name)?.[1]);
  const numbers = [...new Set(found)].flatMap((text) => (text === undefined ? [] : [Number(text)]));
  return numbers
    .sort((one, other) => one - other)
    .map((point) => {
      const group = `${lineOf(number)}.Tour.T${point}`;
      const waitName = waitNames.find((name) => parameters.has(`${group}.${name}`)) ?? 'WaitTime';
      const value = (name: string, most: number) =>
        numberOf(parameters, `${group}.${name}`, 0, most);
      return {
        group,
        waitName,
        presetId: String(value('PresetNbr', documentedPresets) ?? 1),
        speed: value('MoveSpeed', 14) ?? 10,
        dwellSeconds: value(waitName, 255) ?? 1,
      };
    });
}

export function planOf(parameters: Parameters, number: number): SequencePlan {
  const stops = pointsOf(parameters, number).map(({ presetId, dwellSeconds, speed }) => ({
    presetId,
    dwellSeconds,
    speed,
  }));
  return { kind: 'sequence', name: textOf(parameters, `${lineOf(number)}.Name`) ?? '', stops };
}

function checkStop({ presetId, dwellSeconds, speed }: TourStop): void {
  const within = (value: number, least: number, most: number) =>
    Number.isInteger(value) && value >= least && value <= most;
  const fits =
    /^\d{1,3}$/.test(presetId) &&
    within(Number(presetId), 1, documentedPresets) &&
    within(dwellSeconds, 0, 255) &&
    within(speed, 0, 14);
  if (!fits) throw illegal(updateSequencePoint);
}

function values(stop: TourStop, group: string, waitName: string): Record<string, QueryValue> {
  return {
    [`${group}.PresetNbr`]: Number(stop.presetId),
    [`${group}.MoveSpeed`]: stop.speed,
    [`${group}.${waitName}`]: stop.dwellSeconds,
  };
}

/** Adds lines until there is the wanted one: a device numbers them itself. */
async function makeLine(link: DeviceLink, number: number): Promise<Parameters> {
  for (let added = 0; added < sequenceLines; added += 1) {
    const query = { action: 'add', group: 'GuardTour' };
    const { text } = await link.call({ endpoint: addSequenceLine, query });
    // `G1 OK` is the answer of a related maker; the document shows none.
    readCreated(text, operationOf(addSequenceLine));
    const parameters = await readLine(link, number);
    if (isThere(parameters, number)) return parameters;
  }
  const operation = operationOf(addSequenceLine);
  throw new DeviceError('rejected', 'command-refused', { operation });
}

function isThere(parameters: Parameters, number: number): boolean {
  return Array.from(parameters.keys()).some((name) => name.startsWith(`${lineOf(number)}.`));
}

async function addPoint(link: DeviceLink, number: number, stop: TourStop): Promise<void> {
  const group = `${lineOf(number)}.Tour`;
  // The new point has no number yet, so its values go by the name `T` (5.3.1.2).
  const query = { action: 'add', group, ...values(stop, `${group}.T`, 'WaitTime') };
  const { text } = await link.call({ endpoint: addSequencePoint, query });
  readCreated(text, operationOf(addSequencePoint));
}

function sameStop(one: TourStop, other: TourStop): boolean {
  return (
    one.presetId === other.presetId &&
    one.dwellSeconds === other.dwellSeconds &&
    one.speed === other.speed
  );
}

/** Makes as many points as there are stops. @returns the line as it is then */
async function fitLine(
  link: DeviceLink,
  number: number,
  before: Parameters,
  stops: readonly TourStop[],
): Promise<Parameters> {
  const points = pointsOf(before, number);
  const missing = stops.slice(points.length);
  const surplus = points.slice(stops.length);
  for (const stop of missing) await addPoint(link, number, stop);
  for (const { group } of surplus.toReversed()) {
    await command(link, removeParameters, { action: 'remove', group });
  }
  return missing.length + surplus.length > 0 ? readLine(link, number) : before;
}

/**
 * Makes a line what the plan says, point by point. New points may get any number that is free, so
 * the line is read again before the stops are put in their order.
 */
export async function saveLine(
  link: DeviceLink,
  number: number,
  { name, stops }: SequencePlan,
): Promise<void> {
  for (const stop of stops) checkStop(stop);
  const found = await readLine(link, number);
  const line = isThere(found, number) ? found : await makeLine(link, number);
  const fitted = await fitLine(link, number, line, stops);
  for (const [index, point] of pointsOf(fitted, number).entries()) {
    const stop = stops[index];
    if (stop === undefined || sameStop(stop, point)) continue;
    const query = { action: 'update', ...values(stop, point.group, point.waitName) };
    await command(link, updateSequencePoint, query);
  }
  const parameter = `${lineOf(number)}.Name`;
  if (fitted.has(parameter) && textOf(fitted, parameter) !== name) {
    await command(link, updateParameters, { action: 'update', [parameter]: name });
  }
}
