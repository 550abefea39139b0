import type { EventSending, SentEvent } from '../../api/event-sending.ts';
import { cleanName } from '../registry/clean-name.ts';
import { RequestFault } from '../request-fault.ts';
import { roadOf, type SendingReceiver } from './sending-reach.ts';

export interface ToldDevice {
  readonly sent: SentEvent;
  /** Paths on the device, where copies will be. */
  readonly copies: readonly string[];
}

/**
 * Tells a device of an event.
 * @param nowMs by our clock; a device whose clock differs is told the moment by its own
 * @throws RequestFault `invalid-input` for a preset that the camera does not have
 */
export async function tellDevice(
  sending: EventSending,
  { device, camera }: SendingReceiver,
  nowMs: number,
): Promise<ToldDevice> {
  const { clockSkewMs } = device.status;
  // Without its clock the device takes the moment of arrival, which is never far from the truth.
  const atMs = clockSkewMs === undefined ? undefined : Math.round(nowMs + clockSkewMs);
  const sent = { deviceName: device.row.name, eventId: null, copies: 0 };
  const told = { sent, copies: [] };
  const channel = camera?.row.channel ?? '';
  switch (sending.kind) {
    case 'plate': {
      const { operation, link } = roadOf(device, 'pushPlate');
      const { zoneCode, plate } = sending;
      await operation(link, { zoneCode, plate, atMs });
      return told;
    }
    case 'call': {
      const { operation, link } = roadOf(device, 'pushCall');
      const { deviceName, caller, active } = sending;
      await operation(link, { deviceName, caller, active, atMs });
      return told;
    }
    case 'mark': {
      const { operation, link } = roadOf(device, 'markEvent');
      const { title, comment, presetId, backup } = sending;
      if (presetId !== null) await checkPreset(device, channel, presetId);
      const marked = await operation(link, channel, {
        title: title || undefined,
        comment: comment || undefined,
        atMs,
        presetId: presetId ?? undefined,
        backup: backup === null ? undefined : { ...backup, channels: [] },
      });
      const eventId = cleanName(marked.eventId) || null;
      const copies = marked.videoTargets;
      return { sent: { ...sent, eventId, copies: copies.length }, copies };
    }
    case 'motion': {
      const { operation, link } = roadOf(device, 'triggerMotion');
      await operation(link, channel);
      return told;
    }
  }
}

/** The server answers before the camera has turned, so that it would pass over an unknown one. */
async function checkPreset(
  device: SendingReceiver['device'],
  channel: string,
  presetId: string,
): Promise<void> {
  const { operation, link } = roadOf(device, 'listPresets');
  const presets = await operation(link, channel);
  if (!presets.some(({ id }) => id === presetId)) {
    throw new RequestFault('invalid-input', 'presetId');
  }
}
