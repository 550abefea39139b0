import type { ChannelState } from './camera.ts';

/** What a channel's state means to whoever wants a picture; `unused` channels count nowhere. */
export type ChannelHealth = 'fine' | 'waiting' | 'fault' | 'unused';

const healthOf: Readonly<Record<ChannelState, ChannelHealth>> = {
  unknown: 'waiting',
  connected: 'fine',
  connecting: 'waiting',
  rebooting: 'waiting',
  'camera-login-failed': 'fault',
  'camera-blocked': 'fault',
  'no-network': 'fault',
  'camera-timeout': 'fault',
  'no-video-input': 'fault',
  'service-failure': 'fault',
  'no-response': 'fault',
  unused: 'unused',
};

export function channelHealth(state: ChannelState): ChannelHealth {
  return healthOf[state];
}
