import * as z from 'zod/mini';

/**
 * An instant that people mean, in epoch ms: from 1970 to the end of 9999. Beyond that there are
 * numbers of which no date can be written, so that what is kept of them could never be shown.
 */
export const instantSchema = z.int().check(z.gte(0), z.lt(Date.UTC(10_000, 0)));
