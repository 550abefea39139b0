import type { TourKind, TourPlan } from '../../domain/tour.ts';
import type { DeviceLink, Endpoint } from '../protocol.ts';
import type { SteeringOperations } from '../steering-operations.ts';
import { checkChannel, command, illegal, notFound, notSupported } from './calls.ts';
import { ptzRows } from './endpoints-ptz.ts';
import { ptzConfiguration } from './endpoints-ptz-configuration.ts';
import { orNothing, readGroups, textOf } from './parameter-groups.ts';
import { readPtzModel } from './ptz-model.ts';
import { planOf, readLine, saveLine, sequenceLines } from './sequence-lines.ts';

interface Kind {
  readonly kind: Exclude<TourKind, 'patrol'>;
  readonly endpoint: Endpoint;
  readonly parameter: string;
  readonly most: number;
}

/** 5.3.1.1. Sequences come first: they are the ones that can be read and edited as a table. */
const kinds: readonly Kind[] = [
  {
    kind: 'sequence',
    endpoint: ptzRows.sequenceRun,
    parameter: 'gotoserversequenceno',
    most: sequenceLines,
  },
  { kind: 'autopan', endpoint: ptzRows.autopanRun, parameter: 'gotoserverautopanno', most: 4 },
  { kind: 'cruise', endpoint: ptzRows.cruiseRun, parameter: 'gotoservercruiseno', most: 8 },
];

function tourOf(tourId: string, endpoint: Endpoint): Kind & { readonly number: number } {
  const [, name, digit] = /^([a-z]+)-([1-9])$/.exec(tourId) ?? [];
  const kind = kinds.find((one) => one.kind === name);
  const number = Number(digit);
  if (kind === undefined || number > kind.most) throw notFound(endpoint);
  return { ...kind, number };
}

async function saveAutopan(
  link: DeviceLink,
  number: number,
  { mark, direction, speed }: Exclude<TourPlan, { kind: 'sequence' }>,
): Promise<void> {
  const { autopanSet, autopanSetSpeed } = ptzConfiguration;
  // Both travel in one value, and no request tells what either was before.
  if ((direction === null) !== (speed === null)) throw illegal(autopanSetSpeed);
  // No state of an autopan line is documented; those of a cruise are start and end (5.3.1.3).
  if (mark !== null) await command(link, autopanSet, { setserverautopan: `${number},${mark}` });
  if (direction !== null) {
    const setserverautopandirspeed = `${number},${direction},${speed}`;
    await command(link, autopanSetSpeed, { setserverautopandirspeed });
  }
}

async function saveCruise(
  link: DeviceLink,
  number: number,
  { mark, direction, speed }: Exclude<TourPlan, { kind: 'sequence' }>,
): Promise<void> {
  const { cruiseSet } = ptzConfiguration;
  if (direction !== null || speed !== null) throw notSupported(cruiseSet);
  if (mark !== null) await command(link, cruiseSet, { setservercruise: `${number},${mark}` });
}

export const tours = {
  /** Every line that the model has, set up or not: the device does not tell. */
  async listTours(link, channel) {
    checkChannel(channel, ptzRows.commands);
    const commands = await readPtzModel(link);
    const names = commands.has('gotoserversequenceno')
      ? await orNothing(readGroups(link, ['GuardTour']))
      : null;
    return kinds
      .filter(({ parameter }) => commands.has(parameter))
      .flatMap(({ kind, most }) =>
        Array.from({ length: most }, (_, index) => {
          const number = index + 1;
          const named = kind === 'sequence' && names !== null;
          const name = named ? textOf(names, `GuardTour.G${number}.Name`) : undefined;
          return { id: `${kind}-${number}`, kind, number, name: name ?? '', editable: true };
        }),
      );
  },

  async startTour(link, channel, tourId) {
    checkChannel(channel, ptzRows.sequenceRun);
    const { endpoint, parameter, number } = tourOf(tourId, ptzRows.sequenceRun);
    await command(link, endpoint, { [parameter]: number });
  },

  /** No request ends a tour; a camera that is told to stand still gives it up. */
  async stopTour(link, channel, tourId) {
    checkChannel(channel, ptzRows.move);
    tourOf(tourId, ptzRows.move);
    const query = { continuouspantiltmove: '0,0', continuouszoommove: 0 };
    await command(link, ptzRows.move, query);
  },

  /** Lines of autopan and cruise can be set and not read. */
  async readTour(link, channel, tourId) {
    checkChannel(channel, ptzRows.sequenceRun);
    const { kind, number } = tourOf(tourId, ptzRows.sequenceRun);
    if (kind !== 'sequence') return { kind, mark: null, direction: null, speed: null };
    return planOf(await readLine(link, number), number);
  },

  async saveTour(link, channel, tourId, plan) {
    checkChannel(channel, ptzRows.sequenceRun);
    const { kind, number } = tourOf(tourId, ptzRows.sequenceRun);
    if (kind !== plan.kind) throw illegal(ptzRows.sequenceRun);
    if (plan.kind === 'sequence') return saveLine(link, number, plan);
    return plan.kind === 'autopan'
      ? saveAutopan(link, number, plan)
      : saveCruise(link, number, plan);
  },
} satisfies SteeringOperations;
