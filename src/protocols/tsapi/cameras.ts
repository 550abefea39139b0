import { type CameraCapabilities, type DeviceCamera, noCapabilities } from '../../domain/camera.ts';
import { channelState, recordingStatus } from './channel-state.ts';
import { percentText } from './percent-text.ts';
import type { ReportedCapabilities, ReportedChannel, ReportedStatus } from './replies.ts';
import { channelStreams } from './streams.ts';

/**
 * Joins what three replies say of the same channels. A channel that only one list names is kept.
 * @param listed `enum?what=channel`, whose names win
 * @param live `vod`, whose addresses win
 */
export function cameras(
  listed: readonly ReportedChannel[],
  live: readonly ReportedChannel[],
  statuses: readonly ReportedStatus[],
): DeviceCamera[] {
  const listedById = firstById(listed);
  const liveById = firstById(live);
  const statusById = firstById(statuses);
  const ids = [...new Set([...listedById.keys(), ...liveById.keys()])].sort((a, b) => a - b);
  return ids.map((chid) => {
    const known = listedById.get(chid);
    const streaming = liveById.get(chid);
    const status = statusById.get(chid);
    return {
      channel: String(chid),
      name: nameOf(known) ?? nameOf(streaming) ?? `CH${chid}`,
      state: channelState(status?.status?.code),
      recording: recordingStatus(status),
      capabilities: capabilitiesOf(known, streaming),
      streams: channelStreams(chid, known?.src ?? [], streaming?.src ?? []),
    };
  });
}

function firstById<Entry extends { chid: number }>(entries: readonly Entry[]): Map<number, Entry> {
  const byId = new Map<number, Entry>();
  for (const entry of entries) if (!byId.has(entry.chid)) byId.set(entry.chid, entry);
  return byId;
}

/** The name that a person gave a channel; undefined where nobody did. */
export function nameOf(
  channel: Partial<Pick<ReportedChannel, 'title' | 'displayName' | 'display'>> | undefined,
): string | undefined {
  const names = [channel?.title, channel?.displayName, channel?.display];
  const name = names.map((one) => one?.trim()).find((one) => one !== undefined && one !== '');
  return name === undefined ? undefined : percentText(name);
}

function capabilitiesOf(
  known: ReportedChannel | undefined,
  streaming: ReportedChannel | undefined,
): CameraCapabilities {
  const caps = known?.caps ?? streaming?.caps;
  if (caps === undefined) {
    const panTilt = known?.ptzSupported ?? streaming?.ptzSupported ?? false;
    return { ...noCapabilities, panTilt };
  }
  return capabilitiesIn(caps);
}

export function capabilitiesIn(caps: ReportedCapabilities): CameraCapabilities {
  return {
    panTilt: caps.pantilt,
    zoom: caps.zoom,
    focus: caps.focus,
    iris: caps.iris,
    home: caps.home,
    presets: caps.maxPreset,
    auxOutputs: caps.aux,
    digitalInputs: caps.digitalInputs,
    relayOutputs: caps.relayOutputs,
    reboot: caps.reboot,
  };
}
