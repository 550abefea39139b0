/** Outputs, inputs, arming and the picture of a camera. */
export const site = {} as const;
