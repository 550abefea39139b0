import { zonedIso } from './zone-time.ts';

export interface LoggedFact {
  readonly type: number;
  readonly typeName: string;
  readonly code: number;
  readonly codeName: string;
  readonly atMs: number;
  readonly param: Readonly<Record<string, unknown>>;
  readonly comment?: string | undefined;
}

/** Where on the picture the plate is, in pixels of the full picture. */
export interface PlateArea {
  readonly offset: readonly [number, number];
  readonly size: readonly [number, number];
}

export interface PlateRecord {
  readonly plateNo: string;
  readonly score: number;
  readonly roi: PlateArea;
  /** Path of its picture. */
  readonly image: string;
  readonly beginMs: number;
  readonly endMs: number;
  readonly srcCode: string;
  readonly srcName: string;
  readonly direction?: 'entry' | 'exit' | undefined;
  readonly chids: readonly number[];
}

type Kept<T> = T & { readonly id: number };

const mostKept = 5000;
const usualPage = 50;

/** What the recorder remembers: `find?what=eventLog` and `find?what=carNo`. */
export class EventRecords {
  readonly #timeZone: string;
  readonly #facts: Kept<LoggedFact>[] = [];
  readonly #plates: Kept<PlateRecord>[] = [];
  #lastId = 0;

  constructor(timeZone: string) {
    this.#timeZone = timeZone;
  }

  addFact(fact: LoggedFact): number {
    return this.#keep(this.#facts, fact);
  }

  addPlate(plate: PlateRecord): number {
    return this.#keep(this.#plates, plate);
  }

  /** Null for what this recorder does not keep. */
  find(query: URLSearchParams, host: string): object | null {
    switch (query.get('what')) {
      case 'eventLog': {
        const type = query.get('type');
        const chosen = this.#facts.filter((one) => type === null || type === String(one.type));
        return page(
          chosen,
          query,
          ({ atMs }) => atMs,
          (fact) => this.writeFact(fact),
        );
      }
      case 'carNo': {
        const keyword = query.get('keyword') ?? '';
        const chosen = this.#plates.filter(({ plateNo }) => plateNo.includes(keyword));
        return page(
          chosen,
          query,
          ({ beginMs }) => beginMs,
          (plate) => this.#writePlate(plate, host),
        );
      }
      default:
        return null;
    }
  }

  /** As the log and the system event both have it. */
  writeFact({ atMs, comment, param, ...fact }: Kept<LoggedFact>): object {
    return {
      ...fact,
      timeRange: [zonedIso(this.#timeZone, atMs)],
      ...(Object.keys(param).length === 0 ? {} : { param }),
      ...(comment === undefined ? {} : { comment }),
    };
  }

  #writePlate({ beginMs, endMs, image, chids, ...plate }: Kept<PlateRecord>, host: string): object {
    const begin = zonedIso(this.#timeZone, beginMs);
    return {
      ...plate,
      image: [`http://${host}${image}`],
      timeRange: [begin, zonedIso(this.#timeZone, endMs)],
      vod: chids.map((chid) => ({
        chid,
        videoSrc: `http://${host}/watch?ch=${chid}&when=${encodeURIComponent(begin)}`,
      })),
    };
  }

  #keep<T>(list: Kept<T>[], one: T): number {
    this.#lastId += 1;
    list.push({ ...one, id: this.#lastId });
    if (list.length > mostKept) list.shift();
    return this.#lastId;
  }
}

/** The newest fifty where nothing else is asked; `at` counts from the first in the order asked for. */
function page<T>(
  all: readonly T[],
  query: URLSearchParams,
  atMs: (one: T) => number,
  write: (one: T) => object,
): object {
  const instant = (name: string, otherwise: number): number => {
    const text = query.get(name);
    return text === null ? otherwise : Date.parse(text);
  };
  const from = instant('timeBegin', Number.NEGATIVE_INFINITY);
  const to = instant('timeEnd', Number.POSITIVE_INFINITY);
  const chosen = all.filter((one) => atMs(one) >= from && atMs(one) <= to);
  if (query.get('sort') !== 'asc') chosen.reverse();
  const at = Math.max(0, Number(query.get('at') ?? 0));
  const most = Math.max(0, Number(query.get('maxCount') ?? usualPage));
  return { totalCount: chosen.length, at, data: chosen.slice(at, at + most).map(write) };
}
