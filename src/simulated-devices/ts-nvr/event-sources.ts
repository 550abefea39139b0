/** "Vehicle number recognition device list". */
export const plateZones = [
  { id: 1, code: 'F00001', name: 'Main gate', linkedChannel: [1], tag: 'Normal' },
] as const;

/** "Emergency call device list". */
export const callPoints = [
  { id: 1, code: '0000001', name: 'Stairwell call point', linkedChannel: [6, 7] },
] as const;

export interface Lot {
  readonly id: number;
  readonly name: string;
  readonly type: 'counter' | 'group';
  readonly count: number;
  readonly maxCount: number;
  readonly member?: readonly number[];
}

const carPark = { id: 1, name: 'Car park', type: 'counter', maxCount: 40 } as const;
const everything = {
  id: 2,
  name: 'All parking',
  type: 'group',
  maxCount: 40,
  member: [carPark.id],
} as const;

/** The car park and the group that counts it in. */
export class ParkingLots {
  #count = 23;

  get all(): readonly Lot[] {
    return [
      { ...carPark, count: this.#count },
      { ...everything, count: this.#count },
    ];
  }

  get count(): number {
    return this.#count;
  }

  /** Keeps within what fits. */
  set count(cars: number) {
    this.#count = Math.min(carPark.maxCount, Math.max(0, Math.round(cars)));
  }
}
