import type { CameraView } from '../../api/camera.ts';
import { stallAfterMs } from '../../domain/stall.ts';
import { clockInZone } from '../../domain/zone-time.ts';
import { t } from '../../messages/t.ts';
import type { PictureTruth } from '../../playback/picture-truth.ts';
import { shownStreamText } from '../../playback/shown-stream-text.ts';
import type { FactRow } from '../../ui/fact-rows.tsx';

export interface FactsNow {
  /** The proxy's clock. */
  readonly nowMs: number;
  readonly zone: string;
  readonly truth: PictureTruth | null;
}

/** What is known of a camera and of its picture at this moment, in the order of a control room. */
export function cameraFacts(
  camera: CameraView,
  { nowMs, zone, truth }: FactsNow,
): readonly FactRow[] {
  const facts: FactRow[] = [
    { label: t('focus.clock'), value: `${clockInZone(nowMs, zone)} ${zone}` },
    { label: t('focus.device'), value: camera.deviceName },
    { label: t('focus.number'), value: String(camera.number) },
    {
      label: t('focus.state'),
      value: t('focus.state.since', {
        state: t(`wall.channel.${camera.state}`),
        time: clockInZone(camera.stateSinceMs, zone),
      }),
    },
  ];
  if (camera.notRecordingSinceMs !== undefined) {
    const time = clockInZone(camera.notRecordingSinceMs, zone);
    facts.push({ label: t('focus.recording'), value: t('focus.recording.not', { time }) });
  }
  return truth === null ? facts : [...facts, ...pictureFacts(truth, camera)];
}

/** Pictures are dated by the clock of this computer, see PictureTruth. */
function pictureFacts(truth: PictureTruth, { streams }: CameraView): readonly FactRow[] {
  const { pictureWidth: width, pictureHeight: height, framesPerSecond } = truth;
  const unknown = t('focus.unknown');
  return [
    { label: t('focus.picture.state'), value: t(`wall.picture.${truth.state}`) },
    { label: t('focus.stream'), value: shownStreamText(truth, streams) },
    {
      label: t('focus.resolution'),
      value:
        width === undefined || height === undefined
          ? unknown
          : t('focus.resolution.value', { width: String(width), height: String(height) }),
    },
    {
      label: t('focus.rate'),
      value:
        framesPerSecond === undefined
          ? unknown
          : t('focus.rate.value', { rate: framesPerSecond.toFixed(1) }),
    },
    {
      label: t('focus.age'),
      value: ageText(truth) ?? unknown,
    },
  ];
}

/**
 * A tile does not report every picture, so while they keep coming only the bound is known by which
 * it would call them stale.
 */
function ageText(truth: PictureTruth): string | null {
  const { state, lastPictureAtMs, framesPerSecond } = truth;
  if (state === 'live' || state === 'degraded') {
    const rate = framesPerSecond ?? 0;
    const withinMs = stallAfterMs(rate > 0 ? 1000 / rate : undefined);
    return t('focus.age.live', { seconds: Math.ceil(withinMs / 1000) });
  }
  if (lastPictureAtMs === undefined) return null;
  const ageMs = Math.max(0, Date.now() - lastPictureAtMs);
  return t('focus.age.value', { seconds: (ageMs / 1000).toFixed(1) });
}

/** What the camera can do, as words; empty where there is nothing to steer or switch. */
export function abilityWords({ capabilities: can }: CameraView): readonly string[] {
  return [
    can.panTilt && t('focus.can.pan'),
    can.zoom && t('focus.can.zoom'),
    can.focus && t('focus.can.focus'),
    can.iris && t('focus.can.iris'),
    can.home && t('focus.can.home'),
    can.presets > 0 && t('focus.can.presets', { count: can.presets }),
    can.auxOutputs > 0 && t('focus.can.aux', { count: can.auxOutputs }),
    can.digitalInputs > 0 && t('focus.can.inputs', { count: can.digitalInputs }),
    can.relayOutputs > 0 && t('focus.can.relays', { count: can.relayOutputs }),
    can.reboot && t('focus.can.reboot'),
  ].filter((word) => word !== false);
}
