/** Listening and talking. */
export const sound = {} as const;
