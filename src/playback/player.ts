/** The ways to show a picture, one folder each. */
export const playerNames = ['frames', 'image', 'flv', 'hls', 'page'] as const;
export type PlayerName = (typeof playerNames)[number];
