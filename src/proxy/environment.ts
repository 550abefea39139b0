import type { Environment } from './link/environment.ts';

export const realEnvironment: Environment = { now: Date.now, random: Math.random };
