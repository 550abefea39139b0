/** Milliseconds between pictures for `rate=`, from the vendor's later document: 0 full … 23 one in 5 s. */
const rateMs: Readonly<Record<number, number>> = {
  0: 0,
  1: 50,
  3: 67,
  6: 100,
  11: 200,
  12: 250,
  13: 333,
  14: 500,
  15: 667,
  17: 1000,
  19: 2000,
  21: 3000,
  23: 5000,
};

/** The wait of the largest known rate code at or below the one asked for. */
export function intervalOfRate(rate: number): number {
  const code = Object.keys(rateMs)
    .map(Number)
    .filter((known) => known <= rate)
    .at(-1);
  return code === undefined ? 0 : (rateMs[code] ?? 0);
}
